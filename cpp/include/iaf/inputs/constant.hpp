#pragma once

#include <iaf/inputs/kind.hpp>

namespace iaf {

/// I = amplitude.
struct Constant {
  double amplitude = 1;    ///< nA
  double start = 0;        ///< ms
  double stop = for_ever;  ///< ms, > start
};

template <>
struct Kind<Constant> {
  static constexpr std::string_view name = "constant";
  static constexpr Methods methods = every_method;
  static constexpr std::array fields = {
      Field<Constant>{{"amplitude", "nA", Bound::finite}, &Constant::amplitude},
      start_field<Constant>,
      stop_field<Constant>,
  };

  template <class Add>
  static void terms(const Constant& constant, double, Add&& add) {
    add(term::Constant{constant.amplitude});
  }
};

}  // namespace iaf
