#pragma once

#include <iaf/inputs/kind.hpp>

namespace iaf {

/// I = amplitude·s, with s the time since start.
struct Ramp {
  double amplitude = 1;    ///< nA/ms
  double start = 0;        ///< ms
  double stop = for_ever;  ///< ms, > start
};

template <>
struct Kind<Ramp> {
  static constexpr std::string_view name = "ramp";
  static constexpr Methods methods = every_method;
  static constexpr std::array fields = {
      Field<Ramp>{{"amplitude", "nA/ms", Bound::finite}, &Ramp::amplitude},
      start_field<Ramp>,
      stop_field<Ramp>,
  };

  template <class Add>
  static void terms(const Ramp& ramp, double, Add&& add) {
    add(term::Line{0, ramp.amplitude, ramp.start});
  }
};

}  // namespace iaf
