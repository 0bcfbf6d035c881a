#pragma once

#include <iaf/issue.hpp>
#include <iaf/limits.hpp>
#include <iaf/request.hpp>
#include <variant>
#include <vector>

namespace iaf {

/// The course of a run. `t`, `u` and `current` have one length.
struct Run {
  /// ms. euler, rk4: i·dt for i = 0 … ⌊duration/dt + 1e-9⌋. exact: the same, and at each spike two
  /// more entries.
  std::vector<double> t;
  /// mV. euler, rk4: already u_reset at the step of a spike. exact: theta, then u_reset at a spike.
  std::vector<double> u;
  std::vector<double> current;     ///< nA, continuous from the right: at an edge the value after it
  std::vector<double> spikes;      ///< spike times, ms, increasing, <= duration
  std::vector<double> u_at_probe;  ///< mV, in the order of Request::probe; empty for euler and rk4
};

/// Every reason why `request` cannot be run, up to Limits::issues; empty when it can.
Issues validate(const Request& request);

/// Runs a request, or says what is wrong with it. Never throws (but std::bad_alloc).
std::variant<Run, Issues> simulate(const Request& request);

/// The same into a run that the caller keeps: nothing of what was in it stays but its memory, which
/// saves asking for it anew, up to half the time of a run. Where there are issues, `run` is empty.
Issues simulate(const Request& request, Run& run);

}  // namespace iaf
