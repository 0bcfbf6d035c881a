#pragma once

#include <cstddef>
#include <iaf/current.hpp>
#include <iaf/neuron.hpp>
#include <string>
#include <variant>
#include <vector>

namespace iaf {

enum class Method {
  exact,  ///< closed form between events; the first root of theta - u is the spike
  euler,  ///< forward Euler, spike and reset on the grid i·dt
  rk4,    ///< the classic Runge-Kutta method of order 4, spike and reset on the grid i·dt
};

/// What to simulate. The initial values are the project's defaults.
struct Request {
  Neuron neuron;
  Input input = {Component{.amplitude = 0.8}};
  Method method = Method::exact;
  double dt = 0.1;        ///< ms, > 0: step of euler and rk4; spacing of the samples of exact
  double duration = 100;  ///< ms, > 0
  std::vector<double> probe = {};  ///< ms, in [0, duration], any order: times of u_at_probe
};

/// What is wrong with a request: the path of the field ("neuron.theta", "input[1].tau"), its value,
/// and a sentence that names both and what is allowed.
struct Issue {
  std::string field;
  std::string value;
  std::string message;
};
using Issues = std::vector<Issue>;

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

/// Every reason why `request` cannot be run, up to Limits::issues; empty when it can.
Issues validate(const Request& request);

/// Runs a request, or says what is wrong with it. Never throws (but std::bad_alloc).
std::variant<Run, Issues> simulate(const Request& request);

}  // namespace iaf
