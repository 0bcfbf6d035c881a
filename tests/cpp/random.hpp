#pragma once

#include <cmath>
#include <cstdint>
#include <iaf/simulate.hpp>
#include <random>
#include <string>

#include "run.hpp"

/// Random numbers that are the same everywhere: the engine is fixed by the standard, the
/// distributions of the standard libraries are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// Evenly from [low, high).
  double real(double low, double high) {
    return low + (high - low) * (static_cast<double>(engine_() >> 11) * 0x1p-53);
  }
  /// From low to about high, every octave alike. No log: it is not the same everywhere.
  double scale(double low, double high) {
    const double mantissa = real(1, 2);  // by itself: compilers evaluate arguments in either order
    return std::ldexp(low * mantissa, whole(0, std::ilogb(high) - std::ilogb(low)));
  }
  int whole(int low, int high) {
    return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(double probability) { return real(0, 1) < probability; }

 private:
  std::mt19937_64 engine_;
};

/// A shape of a random kind, as strong as asked for, without a window.
inline iaf::Component random_shape(Random& random, const iaf::Lif& neuron, double strength,
                                   double duration) {
  const int kind = random.whole(0, 4);
  const double amplitude = strength * random.real(-0.5, 1.5);
  switch (kind) {
    case 0: return iaf::Constant{.amplitude = amplitude};
    case 1: return iaf::Ramp{.amplitude = amplitude * (2 / duration)};
    case 2: {
      iaf::Sine out{.amplitude = amplitude};
      out.frequency = random.scale(1, 2000);
      out.phase = random.real(-4, 4);
      if (random.chance(0.5)) {  // strong enough to come through the membrane
        const double omega_tau = 2 * 3.14159265358979323846 * out.frequency / 1000 * tau_m(neuron);
        out.amplitude *= std::sqrt(1 + omega_tau * omega_tau);
      }
      return out;
    }
    case 3: return iaf::Exponential{.amplitude = amplitude, .tau = random.scale(0.1, 100)};
    default: break;
  }
  iaf::Samples out;
  out.values.resize(static_cast<std::size_t>(random.whole(1, 12)));
  for (double& value : out.values) value = strength * random.real(-1, 2);
  out.interval = duration / random.whole(8, 64);
  return out;
}

inline iaf::Component random_component(Random& random, const iaf::Lif& neuron, double strength,
                                       double duration) {
  iaf::Component out = random_shape(random, neuron, strength, duration);
  if (random.chance(0.6)) {
    const double start = duration * random.real(-0.2, 0.6);
    const bool stops = random.chance(0.7);
    const double stop = stops ? start + duration * random.real(0.01, 0.8) : iaf::for_ever;
    std::visit([=](auto& shape) { shape.start = start, shape.stop = stop; }, out);
  }
  return out;
}

/// A neuron and a sum of one to five components that make it fire now and then.
inline iaf::Request random_request(Random& random) {
  iaf::Request out;
  iaf::Lif& neuron = lif(out);
  const double gap = random.scale(3, 30);
  neuron.theta = random.real(-60, 20);
  neuron.R = random.scale(0.5, 100);
  neuron.C = random.scale(0.5, 40) / neuron.R;
  neuron.u_rest =
      neuron.theta + gap * (random.chance(0.15) ? random.real(0, 0.4) : random.real(-1.2, 0));
  neuron.u_reset = neuron.theta - gap * random.real(0.3, 1.5);
  neuron.u_0 = neuron.theta - gap * random.real(0.1, 1.5);
  neuron.t_ref = random.chance(0.5) ? 0 : random.real(0.1, 5);
  out.duration = random.scale(20, 300);
  out.dt = out.duration / random.whole(10, 100);
  out.input.clear();
  for (int i = random.whole(1, 5); i > 0; --i) {
    out.input.push_back(random_component(random, neuron, gap / neuron.R, out.duration));
  }
  return out;
}

/// Calls `check(random, request)` for as many random requests, each with a seed of its own that a
/// failure names: from `first_seed` on.
template <class Check>
void for_random_requests(std::uint64_t first_seed, int count, Check check) {
  for (int i = 0; i < count; ++i) {
    const std::uint64_t seed = first_seed + static_cast<std::uint64_t>(i);
    INFO("seed " << seed);
    Random random(seed);
    const iaf::Request request = random_request(random);
    check(random, request);
  }
}
