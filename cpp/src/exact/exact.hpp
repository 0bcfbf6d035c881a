#pragma once

#include <cstddef>
#include <iaf/simulate.hpp>
#include <optional>

#include "exact/peaks.hpp"

// The exact method: takes a valid request with a `Lif`. Its work only shows on the way.

namespace iaf {

/// What a firing rate needs of a spike train.
struct SpikeSpan {
  std::size_t count = 0;
  double first = 0;  ///< ms
  double last = 0;   ///< ms
};

/// The spikes of a run alone; dt, method and probe do not matter. Nothing where the work outgrew
/// Limits::work.
std::optional<SpikeSpan> exact_span(const Request& request);

/// Where to sample u and I of a run: at from + i·dt, i = 0 … size - 1, and in between at both sides
/// of every spike and, if wanted, of every edge of the input and end of t_ref.
struct Sampling {
  double from;  ///< ms
  double dt;    ///< ms
  std::size_t size;
  bool edges;
};

/// Fills `run`; false where the work outgrew its bound. What lies between the samples goes to
/// `peaks`.
bool run_exact(const Request& request, const Sampling& sampling, Run& run,
               double work = Limits::work, Peaks* peaks = nullptr);

/// Sampled as `simulate` does.
bool run_exact(const Request& request, Run& run);

}  // namespace iaf
