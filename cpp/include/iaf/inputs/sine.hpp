#pragma once

#include <iaf/inputs/kind.hpp>

namespace iaf {

/// I = amplitude·sin(2π·frequency·s/1000 + phase), with s the time since start.
struct Sine {
  double amplitude = 1;    ///< nA
  double frequency = 100;  ///< Hz
  double phase = 0;        ///< rad
  double start = 0;        ///< ms
  double stop = for_ever;  ///< ms, > start
};

template <>
struct Kind<Sine> {
  static constexpr std::string_view name = "sine";
  static constexpr Methods methods = every_method;
  static constexpr std::array fields = {
      Field<Sine>{{"amplitude", "nA", Bound::finite}, &Sine::amplitude},
      Field<Sine>{{"frequency", "Hz", Bound::finite}, &Sine::frequency},
      Field<Sine>{{"phase", "rad", Bound::finite}, &Sine::phase},
      start_field<Sine>,
      stop_field<Sine>,
  };

  template <class Add>
  static void terms(const Sine& sine, double, Add&& add) {
    add(term::Wave{sine.amplitude, sine.frequency, sine.phase, sine.start});
  }
};

}  // namespace iaf
