#pragma once

#include <iaf/inputs/kind.hpp>

namespace iaf {

/// I = amplitude·exp(-s/tau), with s the time since start.
struct Exponential {
  double amplitude = 1;    ///< nA
  double tau = 10;         ///< ms, > 0
  double start = 0;        ///< ms
  double stop = for_ever;  ///< ms, > start
};

template <>
struct Kind<Exponential> {
  static constexpr std::string_view name = "exponential";
  static constexpr Methods methods = every_method;
  static constexpr std::array fields = {
      Field<Exponential>{{"amplitude", "nA", Bound::finite}, &Exponential::amplitude},
      Field<Exponential>{{"tau", "ms", Bound::positive}, &Exponential::tau},
      start_field<Exponential>,
      stop_field<Exponential>,
  };

  template <class Add>
  static void terms(const Exponential& exponential, double, Add&& add) {
    add(term::Decay{exponential.amplitude, exponential.tau, exponential.start});
  }
};

}  // namespace iaf
