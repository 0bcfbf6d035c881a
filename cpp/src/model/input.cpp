#include "model/input.hpp"

#include <algorithm>

#include "numbers/time.hpp"

namespace iaf {

std::size_t knots_of(const Component& component) {
  return on(component, []<class Shape>(const Shape& shape) -> std::size_t {
    if constexpr (requires { Kind<Shape>::knots(shape); }) {
      return Kind<Shape>::knots(shape);
    } else {
      return 0;
    }
  });
}

std::vector<double> breakpoints(const Input& input, double end) {
  std::vector<double> breaks;
  const auto add = [&](double t) {
    if (t > 0 && t <= end) breaks.push_back(t);
  };
  for (const Component& component : input) {
    on(component, [&]<class Shape>(const Shape& shape) {
      add(shape.start);
      add(shape.stop);
      if constexpr (requires { Kind<Shape>::knots(shape); }) {
        const double last = std::min(end, shape.stop);
        for (std::size_t k = 0; k < Kind<Shape>::knots(shape); ++k) {
          const double knot = Kind<Shape>::knot(shape, k);
          if (knot > last) break;
          add(knot);
        }
      }
    });
  }
  std::sort(breaks.begin(), breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  return breaks;
}

ConstantInput constant_input(const Input& input) {
  Time sum;
  for (const Component& component : input) {
    const auto* constant = std::get_if<Constant>(&component);
    if (constant == nullptr || constant->start > 0 || constant->stop < for_ever) return {};
    sum = sum + constant->amplitude;
  }
  return {true, sum.hi};
}

}  // namespace iaf
