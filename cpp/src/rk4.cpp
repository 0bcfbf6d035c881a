#include <algorithm>

#include "grid.hpp"

namespace iaf {
namespace {

/// Where u is held, mV, when a step far beyond the limit of stability (2.785 tau_m) makes the
/// method run away downwards, where no spike resets it: a double would overflow.
constexpr double runaway = -1e100;

}  // namespace

Run run_rk4(const Request& request) {
  const Neuron& neuron = request.neuron;
  const double R = neuron.R, u_rest = neuron.u_rest, rate = 1 / tau_m(neuron);
  return run_on_grid(request, [=](double u, double t, double h, double now, const auto& current) {
    const double start = R * now;
    const double middle = R * current(t + 0.5 * h);
    const double end = R * current(t + h);
    const double x = h * rate;
    const double k1 = x * ((u_rest - u) + start);
    const double k2 = x * ((u_rest - (u + 0.5 * k1)) + middle);
    const double k3 = x * ((u_rest - (u + 0.5 * k2)) + middle);
    const double k4 = x * ((u_rest - (u + k3)) + end);
    return std::max(runaway, u + (k1 + 2 * (k2 + k3) + k4) * (1.0 / 6));
  });
}

}  // namespace iaf
