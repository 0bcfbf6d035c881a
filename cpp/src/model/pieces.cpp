#include "model/pieces.hpp"

#include <algorithm>
#include <cmath>

namespace iaf {

std::vector<double> breakpoints(const Input& input, double end) {
  std::vector<double> breaks;
  const auto add = [&](double t) {
    if (t > 0 && t <= end) breaks.push_back(t);
  };
  for (const Component& component : input) {
    add(component.start);
    add(component.stop);
    if (component.kind != Kind::samples) continue;
    const double last = std::min(end, component.stop);
    for (std::size_t k = 0; k < component.values.size(); ++k) {
      const double knot = component.start + static_cast<double>(k) * component.interval;
      if (knot > last) break;
      add(knot);
    }
  }
  std::sort(breaks.begin(), breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  return breaks;
}

std::optional<Line> line_around(const Component& samples, double t) {
  double position = std::floor((t - samples.start) / samples.interval);
  // At a knot the quotient may round to below it.
  if (t >= samples.start + (position + 1) * samples.interval) ++position;
  if (!(position >= 0 && position + 1 < static_cast<double>(samples.values.size()))) return {};
  const auto k = static_cast<std::size_t>(position);
  const double value = samples.values[k];
  return Line{value, (samples.values[k + 1] - value) / samples.interval,
              samples.start + position * samples.interval};
}

}  // namespace iaf
