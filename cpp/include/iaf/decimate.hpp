#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace iaf {

/// Which points of a run a plot needs that is `columns` pixels wide from t = `from` to `to`.
///
/// Per column the first and the last point and those with the least and greatest value of every
/// series: with u and the current at most six, in which the peak of a spike is the greatest u; and
/// the neighbour just outside either end. What is kept is kept as it is, so times stay true. `t`
/// (ms, not decreasing) and the series have one length. Returns indices into them, increasing.
std::vector<std::size_t> decimate(std::span<const double> t,
                                  std::span<const std::span<const double>> series, double from,
                                  double to, std::size_t columns);

}  // namespace iaf
