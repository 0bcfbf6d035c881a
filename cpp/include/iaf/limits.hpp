#pragma once

#include <cstddef>

namespace iaf {

/// Bounds on the work of one request, all but `work` checked before anything is allocated.
struct Limits {
  static constexpr double steps = 1e7;   ///< duration/dt
  static constexpr double spikes = 3e6;  ///< the most the input could possibly cause
  static constexpr double cycles = 4e6;  ///< of all sines together, within the duration
  static constexpr double turns = 1e12;  ///< cycles of a sine from its start to the end of the run
  static constexpr std::size_t samples = 1'000'000;  ///< values of all sampled components together
  static constexpr std::size_t components = 1000;
  static constexpr double evaluations = 4e7;         ///< (steps or events) × components
  static constexpr double work = 5e7;                ///< evaluations × terms of an exact run
  static constexpr double sweep = 1e6;               ///< neurons of a sweep
  static constexpr double sweep_evaluations = 1e10;  ///< of all its runs together
  static constexpr double view_spikes = 5e5;  ///< of an exact view: a page waits for it every frame
  static constexpr std::size_t view_samples = 100'000;  ///< likewise, values in all
  static constexpr double view_evaluations = 2e7;       ///< likewise
  static constexpr double view_work = 3e6;              ///< likewise
  static constexpr std::size_t issues = 100;            ///< that are listed
  static constexpr double magnitude = 1e12;  ///< |number|; positive ones are at least 1/magnitude
};

}  // namespace iaf
