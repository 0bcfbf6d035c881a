#pragma once

#include <type_traits>

namespace iaf {

/// An instant in ms as the unevaluated sum hi + lo, so that a million additions of intervals lose
/// nothing (Knuth's two-sum). hi is the instant rounded to a `Real`, a double or a vector of them.
template <class Real>
struct BasicTime {
  Real hi{};
  Real lo{};
};
using Time = BasicTime<double>;

template <class Real>
BasicTime<Real> operator+(BasicTime<Real> time, std::type_identity_t<Real> interval) {
  const Real sum = time.hi + interval;
  const Real part = sum - time.hi;
  const Real error = (time.hi - (sum - part)) + (interval - part) + time.lo;
  const Real hi = sum + error;
  return {hi, error - (hi - sum)};
}

/// a·b = hi + lo exactly (Dekker's product; a fused multiply-add would be a library call in wasm).
template <class Real>
BasicTime<Real> product(Real a, Real b) {
  const auto split = [](Real x) {
    const Real big = 134217729.0 * x;
    const Real high = big - (big - x);
    return BasicTime<Real>{high, x - high};
  };
  const auto x = split(a), y = split(b);
  const Real hi = a * b;
  return {hi, ((x.hi * y.hi - hi) + x.hi * y.lo + x.lo * y.hi) + x.lo * y.lo};
}

/// The interval from `time` to `later`, ms.
inline double interval(Time time, double later) {
  const Time difference = Time{later, 0} + -time.hi;
  return difference.hi + (difference.lo - time.lo);
}

}  // namespace iaf
