#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

// exp, sin, cos and log out of arithmetic only, because the C libraries differ in the last bit:
// with these the grid methods and rates give the same bits natively and in WebAssembly.

namespace iaf {

/// Two doubles, and their bits, in a SIMD register.
using Pair = double __attribute__((vector_size(16)));
using PairBits = std::uint64_t __attribute__((vector_size(16)));

inline constexpr double pi = 3.14159265358979323846;
/// ln(2) as a sum, of which n·ln2_high is exact: its low bits are 0.
inline constexpr double ln2_high = 6.93147180369123816490e-01;
inline constexpr double ln2_low = 1.90821492927058770002e-10;

/// The integer nearest to x, |x| < 2^51.
inline double nearest(double x) {
  constexpr double shift = 6755399441055744.0;  // 1.5·2^52: doubles there are one apart
  return (x + shift) - shift;
}

/// e^x = 2^n (1 + q), |q| < 0.42, for -708 <= x <= 708.
struct Exponent {
  double power;  ///< 2^n
  double q;
};
/// A part of the two functions below: by itself it would hand its result over in memory.
[[gnu::always_inline]] inline Exponent exponent(double x) {
  constexpr double log2e = 1.4426950408889634074;
  const double n = nearest(x * log2e);
  const double r = (x - n * ln2_high) - n * ln2_low;
  // Taylor series of (e^r - 1 - r)/r², |r| <= ln(2)/2: the first term left out is below 2^-54.
  double p = 1.0 / 87178291200;
  p = p * r + 1.0 / 6227020800;
  p = p * r + 1.0 / 479001600;
  p = p * r + 1.0 / 39916800;
  p = p * r + 1.0 / 3628800;
  p = p * r + 1.0 / 362880;
  p = p * r + 1.0 / 40320;
  p = p * r + 1.0 / 5040;
  p = p * r + 1.0 / 720;
  p = p * r + 1.0 / 120;
  p = p * r + 1.0 / 24;
  p = p * r + 1.0 / 6;
  p = p * r + 0.5;
  const std::uint64_t bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52;
  double power;
  std::memcpy(&power, &bits, sizeof power);
  return {power, r + r * r * p};
}

/// e^x within 1 ulp for x <= 708; 0 below -708.
inline double portable_exp(double x) {
  if (x < -708) return 0;
  const auto [power, q] = exponent(x);
  return power * (1 + q);
}

/// e^x - 1 within 2 ulp for x <= 708.
inline double portable_expm1(double x) {
  if (x < -40) return -1;
  const auto [power, q] = exponent(x);
  return power * q + (power - 1);
}

/// ln(1 + x) within 1 ulp for x >= 0. `Real` is double or a vector of them, `Bits` the unsigned
/// integer, or a vector, of the same shape.
template <class Real, class Bits>
Real portable_log1p(Real x) {
  constexpr std::uint64_t one = 0x3ff0000000000000, root_half = 0x3fe6a09e667f3bcd;
  constexpr std::uint64_t fraction = 0x000fffffffffffff, shift = 0x4330000000000000;  // 2^52
  const Real sum = 1 + x;
  const Real part = sum - 1;
  const Real lost = (1 - (sum - part)) + (x - part);
  // sum = 2^n (1 + f), sqrt(1/2) <= 1 + f < sqrt(2)
  Bits bits;
  std::memcpy(&bits, &sum, sizeof bits);
  bits += one - root_half;
  const Bits exponent_bits = (bits >> 52) | shift, mantissa_bits = (bits & fraction) + root_half;
  Real n, mantissa;
  std::memcpy(&n, &exponent_bits, sizeof n);
  std::memcpy(&mantissa, &mantissa_bits, sizeof mantissa);
  n -= 0x1p52 + 1023;
  const Real f = mantissa - 1;
  // ln(1 + f) = 2 artanh(s) = 2s + s z (2/3 + 2/5 z + …), and 2s = f - s f; s² <= 0.0295, the first
  // term left out is below 2^-61.
  const Real s = f / (2 + f);
  const Real z = s * s;
  const Real z2 = z * z, z4 = z2 * z2;  // in pairs of terms, so that they need not wait
  const Real low = (z * (2.0 / 5) + 2.0 / 3) + z2 * (z * (2.0 / 9) + 2.0 / 7);
  const Real high = (z * (2.0 / 13) + 2.0 / 11) + z2 * (z * (2.0 / 17) + 2.0 / 15);
  const Real p = low + z4 * (high + z4 * (z * (2.0 / 21) + 2.0 / 19));
  const Real half = 0.5 * f * f;  // as f - s f = f - (half - s half), which rounds less
  const Real small = s * (half + z * p) + (n * ln2_low + lost / sum);
  const Real log = n * ln2_high + (f - (half - small));
  return sum < std::numeric_limits<double>::infinity() ? log : x;
}

struct SineCosine {
  double sine, cosine;
};

/// sin and cos of 2π·cycles, |cycles| < 2^49. Taking the angle in cycles makes the reduction exact.
inline SineCosine sine_cosine(double cycles) {
  const double quarter = nearest(4 * cycles);
  const double x = 2 * pi * (cycles - 0.25 * quarter);  // |x| <= π/4
  const double z = x * x;
  // Taylor series: the first terms left out are below 2^-54.
  double s = -1.0 / 1307674368000;
  s = s * z + 1.0 / 6227020800;
  s = s * z - 1.0 / 39916800;
  s = s * z + 1.0 / 362880;
  s = s * z - 1.0 / 5040;
  s = s * z + 1.0 / 120;
  s = s * z - 1.0 / 6;
  s = x + x * z * s;
  double c = 1.0 / 20922789888000;
  c = c * z - 1.0 / 87178291200;
  c = c * z + 1.0 / 479001600;
  c = c * z - 1.0 / 3628800;
  c = c * z + 1.0 / 40320;
  c = c * z - 1.0 / 720;
  c = c * z + 1.0 / 24;
  c = 1 - (0.5 * z - z * z * c);
  switch (static_cast<std::int64_t>(quarter) & 3) {
    case 0: return {s, c};
    case 1: return {c, -s};
    case 2: return {-s, -c};
    default: return {-c, s};
  }
}

}  // namespace iaf
