#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/pieces.hpp"
#include "numbers/elementary.hpp"
#include "run/methods.hpp"

// What the methods on the grid i·dt share: the current at a given time, and the loop over the
// steps.

namespace iaf {

/// The input on one smooth piece, as a function that also holds just outside the piece, so that the
/// last stage of a step that ends at an edge still sees the current before the edge.
class PieceCurrent {
 public:
  /// The piece around `inside`, a time between two breakpoints.
  PieceCurrent(const Input& input, double inside) {
    for (const Component& component : input) {
      if (inside < component.start || inside >= component.stop) continue;
      add(component, inside);
    }
  }

  bool is_constant() const { return lines_.empty() && waves_.empty() && decays_.empty(); }

  /// I(t), nA.
  double operator()(double t) const {
    double sum = constant_;
    for (const Line& line : lines_) sum += line.value + line.slope * (t - line.origin);
    for (const Wave& wave : waves_) {
      const double cycles = wave.cycles_per_ms * (t - wave.start) + wave.cycles_at_start;
      sum += wave.amplitude * sine_cosine(cycles).sine;
    }
    for (const Decay& decay : decays_) {
      sum += decay.amplitude * portable_exp((t - decay.start) * decay.minus_rate);
    }
    return sum;
  }

 private:
  struct Wave {
    double amplitude, cycles_per_ms, cycles_at_start, start;
  };
  struct Decay {
    double amplitude, minus_rate, start;
  };

  void add(const Component& component, double inside) {
    switch (component.kind) {
      case Kind::constant: constant_ += component.amplitude; break;
      case Kind::ramp: lines_.push_back({0, component.amplitude, component.start}); break;
      case Kind::sine:
        waves_.push_back({component.amplitude, component.frequency / 1000,
                          component.phase / (2 * pi), component.start});
        break;
      case Kind::exponential:
        decays_.push_back({component.amplitude, -1 / component.tau, component.start});
        break;
      case Kind::samples:
        if (const auto line = line_around(component, inside)) lines_.push_back(*line);
        break;
    }
  }

  double constant_ = 0;
  std::vector<Line> lines_;
  std::vector<Wave> waves_;
  std::vector<Decay> decays_;
};

/// Runs a one-step method on the grid. `step(u, t, h, now, current)` returns u at t + h, where
/// `current` is smooth in between and `now` = current(t): a step with breakpoints inside is taken
/// in parts.
template <class Step>
Run run_on_grid(const Request& request, Step step) {
  const Neuron& neuron = request.neuron;
  const double dt = request.dt;
  const std::size_t last = grid_size(request) - 1;
  const auto time = [=](std::size_t point) { return static_cast<double>(point) * dt; };
  const double end = time(last + 1);
  const std::vector<double> breaks = breakpoints(request.input, end);
  const double hold = refractory_steps(neuron, dt);

  Run run;
  run.t.resize(last + 1);
  run.u.resize(last + 1);
  run.current.resize(last + 1);

  std::size_t i = 0;
  double u = neuron.u_0;
  double held_until = 0;  // step number; a double, as t_ref/dt knows no bound
  const auto record = [&](double t, double current) {
    run.t[i] = t;
    run.u[i] = u;
    run.current[i] = current;
  };
  const auto arrive = [&](double t) {
    ++i;
    if (u < neuron.theta) return;
    run.spikes.push_back(t);
    u = neuron.u_reset;
    held_until = static_cast<double>(i) + hold;
  };
  const auto whole_steps = [&](std::size_t until, const auto& current) {
    while (i < until) {
      const double t = time(i), now = current(t);
      record(t, now);
      if (static_cast<double>(i + 1) > held_until) u = step(u, t, dt, now, current);
      arrive(time(i + 1));
    }
  };

  std::size_t next_break = 0;
  const auto next_edge = [&] { return next_break < breaks.size() ? breaks[next_break] : end; };
  const auto piece_from = [&](double t) {
    return PieceCurrent(request.input, 0.5 * (t + next_edge()));
  };
  PieceCurrent current = piece_from(0);
  for (;;) {
    const double t = time(i);
    if (next_edge() <= t) {
      while (next_edge() <= t) ++next_break;
      current = piece_from(t);
    }
    auto until = std::min(last, static_cast<std::size_t>(next_edge() / dt));
    while (time(until) > next_edge()) --until;
    if (until > i) {
      if (current.is_constant()) {
        whole_steps(until, [value = current(t)](double) { return value; });
      } else {
        whole_steps(until, current);
      }
      continue;
    }
    record(t, current(t));
    if (i == last) break;
    const double t_next = time(i + 1);
    if (static_cast<double>(i + 1) > held_until) {
      double from = t;
      while (next_edge() < t_next) {
        u = step(u, from, next_edge() - from, current(from), current);
        from = breaks[next_break++];
        current = piece_from(from);
      }
      u = step(u, from, t_next - from, current(from), current);
    }
    arrive(t_next);
  }
  return run;
}

}  // namespace iaf
