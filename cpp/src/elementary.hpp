#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

// exp, sin and cos out of additions and multiplications only, because the C libraries differ in the
// last bit: with these the grid methods give the same bits natively and in WebAssembly.

namespace iaf {

inline constexpr double pi = 3.14159265358979323846;

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
inline Exponent exponent(double x) {
  constexpr double log2e = 1.4426950408889634074;
  constexpr double ln2_high = 6.93147180369123816490e-01;  // low bits 0: n·ln2_high is exact
  constexpr double ln2_low = 1.90821492927058770002e-10;
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
