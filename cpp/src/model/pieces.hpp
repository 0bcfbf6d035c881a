#pragma once

#include <iaf/current.hpp>
#include <optional>
#include <vector>

namespace iaf {

/// The instants in (0, end] at which the input is not smooth: window edges and sample knots, ms,
/// increasing.
std::vector<double> breakpoints(const Input& input, double end);

/// The straight line value + slope·(t - origin) that a component of the kind samples follows around
/// the instant `t`; nothing outside the samples.
struct Line {
  double value;   ///< nA
  double slope;   ///< nA/ms
  double origin;  ///< ms
};
std::optional<Line> line_around(const Component& samples, double t);

}  // namespace iaf
