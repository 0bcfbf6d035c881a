#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace iaf {

enum class Method {
  exact,  ///< closed form between events; the first root of theta - u is the spike
  euler,  ///< forward Euler, spike and reset on the grid i·dt
  rk4,    ///< the classic Runge-Kutta method of order 4, spike and reset on the grid i·dt
};
inline constexpr std::array<std::string_view, 3> method_names = {"exact", "euler", "rk4"};

inline constexpr std::array all_methods = {Method::exact, Method::euler, Method::rk4};

constexpr std::string_view name_of(Method method) {
  return method_names[static_cast<std::size_t>(method)];
}

/// The methods that can run a model, or take a kind of input.
struct Methods {
  bool exact, euler, rk4;
};
inline constexpr Methods every_method = {.exact = true, .euler = true, .rk4 = true};

/// Whether a method is among them.
constexpr bool has(Methods methods, Method method) {
  switch (method) {
    case Method::exact: return methods.exact;
    case Method::euler: return methods.euler;
    case Method::rk4: return methods.rk4;
  }
  return false;
}

}  // namespace iaf
