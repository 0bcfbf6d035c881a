#include <algorithm>
#include <cmath>
#include <iaf/decimate.hpp>

namespace iaf {

std::vector<std::size_t> decimate(std::span<const double> t, std::span<const double> u,
                                  std::span<const double> current, double from, double to,
                                  std::size_t columns) {
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
    std::size_t lowest_u = first, highest_u = first, lowest_i = first, highest_i = first;
    const double here = column(first);
    while (last + 1 < end && column(last + 1) == here) ++last;
    if (last - first < 6) {  // nothing to leave out
      for (std::size_t i = first; i <= last; ++i) kept.push_back(i);
      first = last + 1;
      continue;
    }
    const std::size_t old_size = kept.size();
    for (std::size_t i = first; i <= last; ++i) {
      if (u[i] < u[lowest_u]) lowest_u = i;
      if (u[i] > u[highest_u]) highest_u = i;
      if (current[i] < current[lowest_i]) lowest_i = i;
      if (current[i] > current[highest_i]) highest_i = i;
    }
    for (const std::size_t i : {first, lowest_u, highest_u, lowest_i, highest_i, last}) {
      auto place = kept.end();  // few and nearly in order: insertion is the sort for it
      while (place > kept.begin() + static_cast<std::ptrdiff_t>(old_size) && place[-1] > i) --place;
      kept.insert(place, i);
    }
    first = last + 1;
  }
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

}  // namespace iaf
