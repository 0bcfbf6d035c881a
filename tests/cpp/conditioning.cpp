#include "conditioning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.hpp"
#include "run.hpp"

using namespace iaf;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double two_pi = 2 * 3.14159265358979323846;

/// The largest response of u to a shape, and what an error of 1 in its phase is worth, mV.
double largest_response(const Lif& neuron, const Constant& c, double) {
  return neuron.R * std::abs(c.amplitude);
}
double largest_response(const Lif& neuron, const Ramp& c, double duration) {
  return neuron.R * std::abs(c.amplitude) * (std::min(c.stop, duration) - std::min(c.start, 0.0));
}
double largest_response(const Lif& neuron, const Exponential& c, double) {
  return neuron.R * std::abs(c.amplitude) * std::min(1.0, c.tau / tau_m(neuron));
}
double largest_response(const Lif& neuron, const Sine& c, double duration) {
  const double omega = two_pi * c.frequency / 1000;
  return neuron.R * std::abs(c.amplitude) / std::hypot(1, omega * tau_m(neuron)) *
         (1 + std::abs(c.phase) + omega * (duration + std::abs(c.start)));
}
double largest_response(const Lif& neuron, const Samples& c, double) {
  double highest = 0;
  for (const double value : c.values) highest = std::max(highest, std::abs(value));
  return neuron.R * highest;
}

/// Of other kinds nothing is known here: a test that meets one wants both functions of it.
template <class Shape>
double largest_response(const Lif&, const Shape&, double) {
  FAIL("no largest response of the kind " << Kind<Shape>::name);
  return 0;
}

/// I at s after the start of a shape, nA.
double current_at(const Constant& c, double) {
  return c.amplitude;
}
double current_at(const Ramp& c, double s) {
  return c.amplitude * s;
}
double current_at(const Sine& c, double s) {
  return c.amplitude * std::sin(two_pi * c.frequency * s / 1000 + c.phase);
}
double current_at(const Exponential& c, double s) {
  return c.amplitude * std::exp(-s / c.tau);
}
double current_at(const Samples& c, double s) {
  const double position = s / c.interval;
  const auto k = static_cast<std::size_t>(position);
  if (k + 1 >= c.values.size()) return 0;
  return c.values[k] + (c.values[k + 1] - c.values[k]) * (position - static_cast<double>(k));
}

template <class Shape>
double current_at(const Shape&, double) {
  FAIL("no I(t) of the kind " << Kind<Shape>::name);
  return 0;
}

}  // namespace

double input_current(const Input& input, double t) {
  double sum = 0;
  for (const Component& component : input) {
    std::visit(
        [&](const auto& c) {
          if (t >= c.start && t < c.stop) sum += current_at(c, t - c.start);
        },
        component);
  }
  return sum;
}

double rounding_of_u(const Request& request) {
  const Lif& neuron = lif(request);
  double responses = 0, edges = 0;
  for (const Component& component : request.input) {
    std::visit(
        [&](const auto& c) {
          const double response = largest_response(neuron, c, request.duration);
          responses += response;
          // An edge at t is a double: it may be off by epsilon t, with u changing by
          // response/tau_m a ms.
          edges += response * (request.duration + std::abs(c.start)) / tau_m(neuron);
        },
        component);
  }
  const double potentials = std::abs(neuron.u_rest) + std::abs(neuron.u_reset) +
                            std::abs(neuron.theta) + std::abs(neuron.u_0);
  // Each term goes through about eight roundings: of its parameters, its argument and its sum.
  return epsilon * (8 * (potentials + responses) + edges);
}

std::vector<double> rounding_of_spikes(const Request& request, const Run& run) {
  const Lif& neuron = lif(request);
  const double tau = tau_m(neuron), of_u = rounding_of_u(request);
  std::vector<double> errors;
  double carried = 0;  // mV, at `released`
  double released = 0;
  std::size_t entry = 0;
  for (const double spike : run.spikes) {
    while (run.t[entry] != spike || run.u[entry] != neuron.theta) ++entry;
    const double slope = (neuron.u_rest - neuron.theta + neuron.R * run.current[entry]) / tau;
    const double left = carried * std::exp(-(spike - released) / tau);
    // Below this slope the crossing itself is in doubt.
    const double error = slope > 0 ? (of_u + left) / slope + 4 * epsilon * spike : 1;
    errors.push_back(error);
    released = spike + neuron.t_ref;
    const double drive =
        neuron.u_rest - neuron.u_reset + neuron.R * input_current(request.input, released);
    carried = error * std::abs(drive) / tau;
  }
  return errors;
}

void check_same_spikes(const Request& request, const Run& run, const Request& other_request,
                       const Run& other, double scale) {
  const std::vector<double> here = rounding_of_spikes(request, run);
  const std::vector<double> there = rounding_of_spikes(other_request, other);
  const std::size_t both = std::min(here.size(), there.size());
  for (std::size_t i = 0; i < both; ++i) {
    const double allowed = here[i] + scale * there[i];
    if (allowed > 1e-6) return;
    INFO("spike " << i << " at " << run.spikes[i] << " ms");
    CHECK(std::abs(scale * other.spikes[i] - run.spikes[i]) <= allowed);
  }
  CHECK(run.spikes.size() == other.spikes.size());
}
