#pragma once

namespace iaf {

/// An instant in ms as the unevaluated sum hi + lo, so that a million additions of intervals lose
/// nothing (Knuth's two-sum). hi is the instant rounded to a double.
struct Time {
  double hi = 0;
  double lo = 0;
};

inline Time operator+(Time time, double interval) {
  const double sum = time.hi + interval;
  const double part = sum - time.hi;
  const double error = (time.hi - (sum - part)) + (interval - part) + time.lo;
  const double hi = sum + error;
  return {hi, error - (hi - sum)};
}

/// The interval from `time` to `later`, ms.
inline double interval(Time time, double later) {
  const Time difference = Time{later, 0} + -time.hi;
  return difference.hi + (difference.lo - time.lo);
}

}  // namespace iaf
