#pragma once

#include <cmath>
#include <optional>

#include <iaf/simulate.hpp>

#include "exact/peaks.hpp"

// The three methods behind `simulate`. Each takes a valid request. Nothing comes back where the
// work outgrew Limits::work, which for the exact method only shows on the way.

namespace iaf {

std::optional<Run> run_exact(const Request& request);
std::optional<Run> run_euler(const Request& request);
std::optional<Run> run_rk4(const Request& request);

/// The run by the method the request names.
std::optional<Run> run_method(const Request& request);

/// What a firing rate needs of a spike train.
struct SpikeSpan {
  std::size_t count = 0;
  double first = 0;  ///< ms
  double last = 0;   ///< ms
};

/// The spikes of an exact run alone; dt, method and probe do not matter.
std::optional<SpikeSpan> exact_span(const Request& request);

/// Number of grid points i·dt from 0 to the end of the run.
inline std::size_t grid_size(const Request& request) {
  return static_cast<std::size_t>(request.duration / request.dt + 1e-9) + 1;
}

/// Steps that a grid method holds u at u_reset for: t_ref, rounded up. A double, as it knows no
/// bound.
inline double refractory_steps(const Neuron& neuron, double dt) {
  return std::ceil(neuron.t_ref / dt - 1e-9);
}

/// Where to sample u and I of an exact run: at from + i·dt, i = 0 … size - 1, and in between at
/// both sides of every spike and, if wanted, of every edge of the input and end of t_ref. What lies
/// in between goes to `peaks`.
struct Sampling {
  double from;  ///< ms
  double dt;    ///< ms
  std::size_t size;
  bool edges;
};
std::optional<Run> run_exact(const Request& request, const Sampling& sampling,
                             double work = Limits::work, Peaks* peaks = nullptr);

}  // namespace iaf
