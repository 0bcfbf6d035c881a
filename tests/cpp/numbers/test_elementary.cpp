#include <cmath>
#include <limits>

#include "numbers/elementary.hpp"
#include "random.hpp"

// The portable exp, sin, cos and log against the C library's in long double.

using namespace iaf;

TEST_CASE("portable_exp is within 1 ulp", "[elementary]") {
  Random random(1);
  long double worst = 0;
  const auto measure = [&](double x) {
    const long double wanted = std::exp(static_cast<long double>(x));
    const auto rounded = static_cast<double>(wanted);
    const double ulp = std::nextafter(rounded, std::numeric_limits<double>::infinity()) - rounded;
    worst = std::max(worst, std::abs(portable_exp(x) - wanted) / ulp);
  };
  for (int i = 0; i < 100'000; ++i) {
    measure(random.real(-708, 708));
    measure(random.real(-1, 1));
    const double tiny = random.scale(1e-300, 1);
    measure(random.chance(0.5) ? tiny : -tiny);
  }
  for (const double x : {-708.0, 708.0}) measure(x);
  CHECK(worst <= 1);
  CHECK(portable_exp(0) == 1);
  CHECK(portable_exp(-709) == 0);
  CHECK(portable_exp(-std::numeric_limits<double>::infinity()) == 0);
}

TEST_CASE("portable_expm1 is within 2 ulp", "[elementary]") {
  Random random(3);
  long double worst = 0;
  const auto measure = [&](double x) {
    const long double wanted = std::expm1(static_cast<long double>(x));
    const double size = std::abs(static_cast<double>(wanted));
    const double ulp = std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
    worst = std::max(worst, std::abs(portable_expm1(x) - wanted) / ulp);
  };
  for (int i = 0; i < 100'000; ++i) {
    measure(random.real(-50, 50));
    measure(random.real(-1, 1));
    const double tiny = random.scale(1e-300, 1);
    measure(random.chance(0.5) ? tiny : -tiny);
  }
  CHECK(worst <= 2);
  CHECK(portable_expm1(0) == 0);
  CHECK(portable_expm1(-1e300) == -1);
}

TEST_CASE("portable_log1p is within 1 ulp", "[elementary]") {
  const auto log1p = [](double x) { return portable_log1p<double, std::uint64_t>(x); };
  Random random(4);
  long double worst = 0;
  const auto measure = [&](double x) {
    const long double wanted = std::log1p(static_cast<long double>(x));
    const auto rounded = static_cast<double>(wanted);
    const double ulp = std::nextafter(rounded, std::numeric_limits<double>::infinity()) - rounded;
    worst = std::max(worst, std::abs(log1p(x) - wanted) / ulp);
  };
  for (int i = 0; i < 100'000; ++i) {
    measure(random.real(0, 1));
    measure(random.real(0, 100));
    measure(random.scale(1e-20, 1e20));
    measure(random.scale(1e-300, 1e300));
  }
  for (const double edge : {std::sqrt(2.0) - 1, 1.0, std::sqrt(8.0) - 1, 3.0, 0x1p53, 0x1p54}) {
    for (const double towards : {0.0, edge, 1e300}) measure(std::nextafter(edge, towards));
  }
  measure(std::numeric_limits<double>::max());
  CHECK(worst <= 1);
  CHECK(log1p(0) == 0);
  CHECK(log1p(5e-324) == 5e-324);
  CHECK(log1p(std::numeric_limits<double>::infinity()) == std::numeric_limits<double>::infinity());
}

TEST_CASE("sine_cosine is within 1.5 ulp of the numbers below 1", "[elementary]") {
  constexpr long double two_pi = 2 * 3.14159265358979323846264338327950288L;
  Random random(2);
  long double worst = 0;
  const auto measure = [&](double cycles) {
    // Whole cycles are taken away first, and exactly, so that long double's own reduction is not
    // tested.
    const long double angle =
        two_pi * (static_cast<long double>(cycles) - std::floor(static_cast<long double>(cycles)));
    const auto [sine, cosine] = sine_cosine(cycles);
    worst = std::max({worst, std::abs(sine - std::sin(angle)), std::abs(cosine - std::cos(angle))});
  };
  for (int i = 0; i < 100'000; ++i) {
    measure(random.real(-1, 1));
    measure(random.real(-1e9, 1e9));
    measure(random.scale(1e-300, 1e14));
  }
  for (int eighth = -16; eighth <= 16; ++eighth) {
    for (const double towards : {-100.0, eighth / 8.0, 100.0})
      measure(std::nextafter(eighth / 8.0, towards));
  }
  CHECK(worst <= 0x1.8p-53L);
}

TEST_CASE("sine_cosine is exact at whole quarters", "[elementary]") {
  CHECK(sine_cosine(0).sine == 0);
  CHECK(sine_cosine(0.25).cosine == 0);
  CHECK(sine_cosine(0.25).sine == 1);
  CHECK(sine_cosine(-1e9 - 0.5).cosine == -1);
  CHECK(sine_cosine(-1e9 - 0.5).sine == 0);
}
