#pragma once

#include <iaf/simulate.hpp>
#include <iaf/spike_statistics.hpp>
#include <string>
#include <variant>
#include <vector>

namespace iaf {

/// One axis of a sweep: the path of a numeric field ("input[0].amplitude") and its values.
struct Axis {
  std::string field;
  std::vector<double> values;
};

/// A request repeated with one or two fields replaced.
struct Sweep {
  Request request;
  std::vector<Axis> axes;
};

/// Firing rates, Hz, row-major over the axes. A rate is the closed form of `steady_rate` where the
/// method is exact and the input constant without end; otherwise `firing_rate` of its spikes. What
/// is wrong because of an axis is an issue of its value ("axes[0].values[3]"), what would be wrong
/// whatever the axes set one of its own field. Probes do not matter.
std::variant<std::vector<double>, Issues> firing_rates(const Sweep& sweep);

}  // namespace iaf
