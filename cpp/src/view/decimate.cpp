#include <algorithm>
#include <cmath>
#include <iaf/decimate.hpp>
#include <utility>

namespace iaf {
namespace {

/// Adds the points from `first` to `last` that are least or greatest in a series, and those two.
void keep_extremes(std::span<const std::span<const double>> series, std::size_t first,
                   std::size_t last, std::vector<std::size_t>& kept) {
  const std::size_t old_size = kept.size();
  const auto keep = [&](std::size_t i) {
    kept.push_back(i);  // few and nearly in order: insertion is the sort for it
    for (std::size_t k = kept.size() - 1; k > old_size && kept[k - 1] > kept[k]; --k) {
      std::swap(kept[k - 1], kept[k]);
    }
  };
  keep(first);
  for (const std::span<const double> values : series) {
    std::size_t lowest = first, highest = first;
    double least = values[first], greatest = least;
    for (std::size_t i = first + 1; i <= last; ++i) {
      const double value = values[i];
      if (value < least) {
        least = value;
        lowest = i;
      }
      if (value > greatest) {
        greatest = value;
        highest = i;
      }
    }
    keep(lowest);
    keep(highest);
  }
  keep(last);
}

}  // namespace

std::vector<std::size_t> decimate(std::span<const double> t,
                                  std::span<const std::span<const double>> series, double from,
                                  double to, std::size_t columns) {
  const auto position = [&](auto it) { return static_cast<std::size_t>(it - t.begin()); };
  // One point beyond either end, so that the line runs up to the edge of the plot.
  std::size_t begin = position(std::lower_bound(t.begin(), t.end(), from));
  std::size_t end = position(std::upper_bound(t.begin(), t.end(), to));
  if (begin > 0) --begin;
  if (end < t.size()) ++end;

  std::vector<std::size_t> kept;
  const double columns_per_ms = static_cast<double>(columns) / (to - from);
  const auto column = [&](std::size_t i) { return std::floor((t[i] - from) * columns_per_ms); };
  for (std::size_t first = begin; first < end;) {
    std::size_t last = first;
    const double here = column(first);
    while (last + 1 < end && column(last + 1) == here) ++last;
    if (last - first < 2 * series.size() + 2) {  // nothing to leave out
      for (std::size_t i = first; i <= last; ++i) kept.push_back(i);
    } else {
      keep_extremes(series, first, last, kept);
    }
    first = last + 1;
  }
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

}  // namespace iaf
