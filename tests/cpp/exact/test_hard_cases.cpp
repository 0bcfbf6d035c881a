#include <algorithm>
#include <cmath>
#include <limits>

#include "run.hpp"

// Inputs built so that a less careful search misses a spike, invents one, or never ends; each has
// an answer by hand. random.json holds more of them, with answers by mpmath.

using namespace iaf;

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double epsilon = std::numeric_limits<double>::epsilon();
const Lif plain{.R = 10, .C = 1, .u_rest = 0, .u_reset = 0, .theta = 10, .u_0 = 0, .t_ref = 0};

/// A neuron that stays silent after its first spike.
Request once(const Input& input, double theta, double duration) {
  Request out;
  out.neuron = plain;
  lif(out).theta = theta;
  lif(out).t_ref = 1e9;
  out.input = input;
  out.duration = duration;
  out.dt = duration / 10;
  return out;
}

Component pulse(double amplitude, double start, double stop) {
  return Constant{.amplitude = amplitude, .start = start, .stop = stop};
}

Component sine(double amplitude, double frequency, double phase) {
  return Sine{.amplitude = amplitude, .frequency = frequency, .phase = phase};
}

double power_of_ten(int k) {
  return std::pow(10.0, k);
}

}  // namespace

TEST_CASE("an exponential with tau near tau_m moves the spikes in proportion", "[hard]") {
  const auto spikes_at = [](double tau) {
    Request request;
    request.neuron = plain;
    request.input = {Exponential{.amplitude = 30, .tau = tau}};
    request.duration = 10;
    return run(request).spikes;
  };
  const double step = 1e-5;
  const std::vector<double> equal = spikes_at(10), more = spikes_at(10 * (1 + step)),
                            less = spikes_at(10 * (1 - step));
  REQUIRE(equal.size() == 18);
  const int k = GENERATE(range(2, 16));
  const double sign = GENERATE(1, -1);
  INFO("tau = 10 (1 " << (sign > 0 ? '+' : '-') << " 10^-" << k << ") ms");
  const double detuning = (10 * (1 + sign * power_of_ten(-k)) - 10) / 10;
  const std::vector<double> spikes = spikes_at(10 * (1 + detuning));
  REQUIRE(spikes.size() == equal.size());
  for (std::size_t i = 0; i < spikes.size(); ++i) {
    const double moved = (more[i] - less[i]) / (2 * step) * detuning;
    // Of second order in the detuning; then the roundings of the times, magnified in `moved`.
    const double allowed =
        20 * detuning * detuning + (8 + std::abs(detuning) / step) * 4 * epsilon * equal[i];
    CHECK(std::abs(spikes[i] - equal[i] - moved) <= allowed);
  }
}

TEST_CASE("a bump that passes or misses theta by 10^-k", "[hard]") {
  const int k = GENERATE(range(3, 13));
  const double part = power_of_ten(-k);
  INFO("by 10^-" << k);
  SECTION("tau = tau_m: u = R A (t/tau) e^(-t/tau), highest at tau") {
    const Input input{Exponential{.amplitude = 3, .tau = 10}};
    const double top = 30 * std::exp(-1.0);
    CHECK(run(once(input, top * (1 + part), 100)).spikes.empty());
    const std::vector<double> spikes = run(once(input, top * (1 - part), 100)).spikes;
    REQUIRE(spikes.size() == 1);
    // x e^(1 - x) = 1 - part: Lambert's W at its branch point; rounding u shifts `part` by 4
    // epsilon.
    const double d = std::sqrt(2 * part);
    const double x = 1 - d * (1 - d * (1.0 / 3 - d * (11.0 / 72 - d * 43 / 540)));
    CHECK(std::abs(spikes[0] / 10 - x) <= 0.05 * std::pow(d, 5) + 4 * epsilon / d);
  }
  SECTION("the end of a pulse, where u has a corner") {
    const Input input{Constant{.amplitude = 2, .start = 5, .stop = 15}};
    const double top = 20 * -std::expm1(-1.0);
    CHECK(run(once(input, top * (1 + part), 100)).spikes.empty());
    const std::vector<double> spikes = run(once(input, top * (1 - part), 100)).spikes;
    REQUIRE(spikes.size() == 1);
    CHECK(spikes[0] == Approx(5 - 10 * std::log1p(-top * (1 - part) / 20)).epsilon(8 * epsilon));
    CHECK(spikes[0] < 15);
  }
  SECTION("a sine that touches in every one of 1000 cycles") {
    // With this phase u = 10 sin(2π 50 t/1000) from the start, R A = 10 |1 + i omega tau_m|.
    const double omega_tau = 2 * pi * 0.05 * 10;
    const double amplitude = std::sqrt(1 + omega_tau * omega_tau);
    const Input input{sine(amplitude, 50, std::atan(omega_tau))};
    CHECK(run(once(input, 10 * (1 + part), 20000)).spikes.empty());
    const std::vector<double> spikes = run(once(input, 10 * (1 - part), 20000)).spikes;
    REQUIRE(spikes.size() == 1);
    const double d = std::acos(1 - part);  // before the top, rad
    CHECK(std::abs(spikes[0] - (pi / 2 - d) / (2 * pi * 0.05)) <=
          16 * epsilon * omega_tau / d / (2 * pi * 0.05));
  }
}

TEST_CASE("a sine of 0.01 Hz to 100 kHz crosses at its twelfth of a period", "[hard]") {
  const int k = GENERATE(range(-2, 6));
  const double frequency = power_of_ten(k);
  INFO("10^" << k << " Hz");
  const double omega_tau = 2 * pi * frequency / 1000 * 10;
  const double amplitude = std::sqrt(1 + omega_tau * omega_tau), period = 1000 / frequency;
  const Input input{sine(amplitude, frequency, std::atan(omega_tau))};
  const std::vector<double> spikes =
      run(once(input, 5, 3 * period)).spikes;  // u = 10 sin(2π t/period)
  REQUIRE(spikes.size() == 1);
  // The phase is rounded at atan ~ π/2; slope of u: 10 cos(π/6).
  CHECK(std::abs(spikes[0] / period - 1.0 / 12) <= 4 * epsilon);
}

TEST_CASE("two crossings, and many, inside one dt", "[hard]") {
  Request request;
  request.neuron = plain;
  request.input = {Constant{.amplitude = 100, .start = 2.3, .stop = 2.55}};
  request.duration = 10;
  request.dt = 5;
  const double isi = -10 * std::log1p(-0.01);  // 0.1005 ms: two fit
  const Run found = run(request);
  REQUIRE(found.spikes.size() == 2);
  CHECK(found.spikes[0] == Approx(2.3 + isi).epsilon(1e-15));
  CHECK(found.spikes[1] == Approx(2.3 + 2 * isi).epsilon(1e-15));
  CHECK(found.t.size() == 3 + 2 * 2);
  part(request).amplitude = 1e5;
  CHECK(run(request).spikes.size() == static_cast<std::size_t>(0.25 / (-10 * std::log1p(-1e-5))));
}

TEST_CASE("a pulse shorter than any dt fires if its charge suffices", "[hard]") {
  const double width = GENERATE(1e-3, 1e-6, 1e-9);  // ms
  INFO("width " << width << " ms");
  const double charge = 10 / -std::expm1(-width / 10) / 10;
  const auto spikes_of = [&](double factor) {
    return run(once({pulse(factor * charge, 0, width)}, 10, 100)).spikes;
  };
  CHECK(spikes_of(1 - 1e-12).empty());
  const std::vector<double> spikes = spikes_of(1 + 1e-12);
  REQUIRE(spikes.size() == 1);
  CHECK(spikes[0] <= width);
  CHECK(spikes[0] == Approx(width).epsilon(2e-12));
}

TEST_CASE("a dip between two pulses is not overlooked", "[hard]") {
  // u_inf is above theta but for one dip in I, so short that only its exact place matters.
  const double width = GENERATE(1e-1, 1e-4, 1e-8);
  const Input input{Constant{.amplitude = 2}, pulse(-2 / width, 4, 4 + width)};
  const std::vector<double> spikes = run(once(input, 10, 100)).spikes;
  REQUIRE(spikes.size() == 1);
  // -2 nA ms takes 2 mV at 4 ms (through the leak a little less at finite width).
  const double u = 20 * -std::expm1(-0.4) - 2;
  CHECK(spikes[0] == Approx(4 + 10 * std::log((20 - u) / 10)).epsilon(width));
}

TEST_CASE("u_rest = theta", "[hard]") {
  Request request = once({}, 10, 1e6);
  lif(request).u_rest = 10;
  SECTION("and nothing else: never") {
    CHECK(run(request).spikes.empty());
  }
  SECTION("and components of no current: never") {
    request.input = {Constant{.amplitude = 0, .stop = 5}, Ramp{.amplitude = 0},
                     Sine{.amplitude = 0, .frequency = 1}, Exponential{.amplitude = 0},
                     Samples{.values = {0, 0, 0}}};
    CHECK(run(request).spikes.empty());
  }
  SECTION("and a pull downwards that dies away: never") {
    request.input = {Exponential{.amplitude = -1, .tau = 3}};
    CHECK(run(request).spikes.empty());
  }
  SECTION("and a pulse downwards: never") {
    request.input = {Constant{.amplitude = -1, .start = 10, .stop = 20}};
    CHECK(run(request).spikes.empty());
  }
  SECTION("and the least push upwards: where the pushes meet the gap") {
    // 10 (1 - t/tau_m·A) e^(-t/tau_m) is left: nothing at t = tau_m/A.
    const double amplitude = GENERATE(1.0, 0.1, 0.02);
    request.input = {Exponential{.amplitude = amplitude, .tau = 10}};
    const std::vector<double> spikes = run(request).spikes;
    REQUIRE(spikes.size() == 1);
    const double wanted = 10 / amplitude;
    // The slope there is e^(-t/tau_m) of what it was.
    CHECK(std::abs(spikes[0] - wanted) <= 100 * epsilon / amplitude * std::exp(wanted / 10));
  }
}

TEST_CASE("R I + u_rest = theta is approached for ever and never reached", "[hard]") {
  Request request = once({Constant{.amplitude = 1}}, 10, 1e6);
  SECTION("from the start") {}
  SECTION("in a window") {
    part(request).start = 3;
  }
  SECTION("in two windows") {
    request.input = {Constant{.amplitude = 1, .stop = 77}, Constant{.amplitude = 1, .start = 77}};
  }
  SECTION("beside components of no current") {
    request.input.push_back(Ramp{.amplitude = 0});
    request.input.push_back(Sine{.amplitude = 0, .frequency = 1});
  }
  SECTION("by steady samples") {
    request.duration = 1000;
    request.input = {Samples{.values = std::vector<double>(1002, 1.0)}};
  }
  SECTION("beside a pull downwards that dies away") {
    request.input.push_back(Exponential{.amplitude = -1, .tau = 3});
  }
  SECTION("as (0.1 + 0.2) nA, 30 MΩ, 9 mV, which doubles put above, beside nothing") {
    lif(request).R = 30;
    lif(request).theta = 9;
    request.input = {Constant{.amplitude = 0.1}, Constant{.amplitude = 0.2}, Ramp{.amplitude = 0}};
  }
  CHECK(run(request).spikes.empty());
}

TEST_CASE("a steady state the least bit above theta fires", "[hard]") {
  const int k = GENERATE(range(3, 16));
  const double above = power_of_ten(-k);
  INFO("by 10^-" << k);
  const double amplitude = 1 + above;
  const std::vector<double> spikes = run(once({Constant{.amplitude = amplitude}}, 10, 1000)).spikes;
  REQUIRE(spikes.size() == 1);
  CHECK(spikes[0] == Approx(10 * std::log(amplitude / (amplitude - 1))).epsilon(1e-14));
}

TEST_CASE("a bump that falls short does not hide what comes after it", "[hard]") {
  // Past the top of the bump u falls and bends down: only what the bound knows of later bending
  // tells that the ramp will lift it again.
  const double ratio = GENERATE(0.51, 0.8, 1.0, 1.3, 1.9);  // tau of the bump to tau_m
  INFO("tau = " << ratio << " tau_m");
  for (int k = 0; k <= 400; ++k) {
    const double theta = 5 + 0.05 * k;
    INFO("theta = " << theta << " mV");
    const Input input{Ramp{.amplitude = 0.02}, Exponential{.amplitude = 3, .tau = 10 * ratio}};
    const std::vector<double> spikes = run(once(input, theta, 1000)).spikes;
    REQUIRE(spikes.size() == 1);
    Request before = once(input, 1e6, 1000);  // never fires: u as it would be
    for (int i = 0; i <= 1000; ++i) before.probe.push_back(spikes[0] * (i / 1000.0));
    const std::vector<double> u = run(before).u_at_probe;
    CHECK(*std::max_element(u.begin(), u.end()) <= theta * (1 + 8 * epsilon));
    CHECK(u.back() == Approx(theta).epsilon(1e-13));
  }
}
