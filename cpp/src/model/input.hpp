#pragma once

#include <cstddef>
#include <iaf/current.hpp>
#include <optional>
#include <vector>

#include "model/on.hpp"

// What holds of a component whatever its kind.

namespace iaf {

/// When a component is on: [start, stop), ms.
struct Window {
  double start;
  double stop;
};
inline Window window_of(const Component& component) {
  return on(component, [](const auto& shape) { return Window{shape.start, shape.stop}; });
}

/// add(term) for every term of a component around the instant t, where it is on then.
template <class Add>
void terms_around(const Component& component, double t, Add&& add) {
  on(component, [&]<class Shape>(const Shape& shape) {
    if (t >= shape.start && t < shape.stop) Kind<Shape>::terms(shape, t, add);
  });
}

/// visit(wave) and visit(decay) for all that a component ever contains, in the order of its terms.
template <class Visit>
void for_each_oscillation(const Component& component, Visit&& visit) {
  on(component, [&]<class Shape>(const Shape& shape) {
    Kind<Shape>::terms(shape, shape.start, [&]<class Term>(const Term& term) {
      if constexpr (requires { term.frequency; } || requires { term.tau; }) visit(term);
    });
  });
}

/// The number of instants that part a component within its window.
std::size_t knots_of(const Component& component);

/// The instants in (0, end] at which the input is not smooth: window edges and knots, ms,
/// increasing.
std::vector<double> breakpoints(const Input& input, double end);

}  // namespace iaf
