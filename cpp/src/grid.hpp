#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "elementary.hpp"
#include "methods.hpp"
#include "pieces.hpp"

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

/// Runs a one-step method on the grid. `step(u, t, h, current)` returns u at t + h, where `current`
/// is smooth in between: a step with breakpoints inside is taken in parts.
template <class Step>
Run run_on_grid(const Request& request, Step step) {
  const Neuron& neuron = request.neuron;
  const double dt = request.dt;
  const std::size_t size = grid_size(request);
  const double end = static_cast<double>(size) * dt;
  const std::vector<double> breaks = breakpoints(request.input, end);
  const double refractory_steps = std::ceil(neuron.t_ref / dt - 1e-9);

  Run run;
  run.t.resize(size);
  run.u.resize(size);
  run.current.resize(size);

  std::size_t next_break = 0;
  const auto piece_from = [&](double t) {
    const double until = next_break < breaks.size() ? breaks[next_break] : end;
    return PieceCurrent(request.input, 0.5 * (t + until));
  };
  double u = neuron.u_0;
  double held_until = 0;  // step number; a double, as t_ref/dt knows no bound
  PieceCurrent current = piece_from(0);
  for (std::size_t i = 0; i < size; ++i) {
    const double t = static_cast<double>(i) * dt;
    if (next_break < breaks.size() && breaks[next_break] <= t) {
      while (next_break < breaks.size() && breaks[next_break] <= t) ++next_break;
      current = piece_from(t);
    }
    run.t[i] = t;
    run.u[i] = u;
    run.current[i] = current(t);
    const auto next = static_cast<double>(i + 1);
    if (i + 1 == size || next <= held_until) continue;
    const double t_next = next * dt;
    if (next_break == breaks.size() || breaks[next_break] >= t_next) {
      u = step(u, t, dt, current);
    } else {
      double from = t;
      while (next_break < breaks.size() && breaks[next_break] < t_next) {
        u = step(u, from, breaks[next_break] - from, current);
        from = breaks[next_break++];
        current = piece_from(from);
      }
      u = step(u, from, t_next - from, current);
    }
    if (u >= neuron.theta) {
      run.spikes.push_back(t_next);
      u = neuron.u_reset;
      held_until = next + refractory_steps;
    }
  }
  return run;
}

}  // namespace iaf
