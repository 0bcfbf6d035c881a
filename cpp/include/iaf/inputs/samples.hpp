#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iaf/inputs/kind.hpp>
#include <vector>

namespace iaf {

/// Linear between values[k] at s = k·interval, with s the time since start; 0 after the last.
struct Samples {
  double interval = 1;              ///< ms, > 0
  std::vector<double> values = {};  ///< nA, at least one
  double start = 0;                 ///< ms
  double stop = for_ever;           ///< ms, > start
};

template <>
struct Kind<Samples> {
  static constexpr std::string_view name = "samples";
  static constexpr Methods methods = every_method;
  static constexpr std::array fields = {
      Field<Samples>{{"interval", "ms", Bound::positive}, &Samples::interval},
      start_field<Samples>,
      stop_field<Samples>,
  };
  static constexpr ListField<Samples> list = {{{"values", "nA", Bound::finite}, "current"},
                                              &Samples::values};

  template <class Add>
  static void terms(const Samples& samples, double t, Add&& add) {
    double position = std::floor((t - samples.start) / samples.interval);
    // At a knot the quotient may round to below it.
    if (t >= samples.start + (position + 1) * samples.interval) ++position;
    if (!(position >= 0 && position + 1 < static_cast<double>(samples.values.size()))) return;
    const auto k = static_cast<std::size_t>(position);
    const double value = samples.values[k];
    add(term::Line{value, (samples.values[k + 1] - value) / samples.interval,
                   samples.start + position * samples.interval});
  }

  static std::size_t knots(const Samples& samples) { return samples.values.size(); }
  static double knot(const Samples& samples, std::size_t k) {
    return samples.start + static_cast<double>(k) * samples.interval;
  }

  static Strength strength(const Samples& samples, double on) {
    double highest = 0, sum = 0;
    for (const double value : samples.values) {
      highest = std::max(highest, value);
      sum += std::max(value, 0.0);
    }
    return {highest, std::min(highest * on, sum * samples.interval)};
  }
};

}  // namespace iaf
