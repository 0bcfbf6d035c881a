#include "exact/piece.hpp"

#include <algorithm>

#include "model/input.hpp"
#include "numbers/elementary.hpp"

namespace iaf {
double ramp_response(double x) {
  if (x > 0.5) return x + portable_expm1(-x);
  double sum = 0;  // Taylor series x²/2 - x³/6 + …; at x = 0.5 the first term left out is 2^-66
  for (int k = 16; k >= 3; --k) sum = (1 - sum) * x / k;
  return (1 - sum) * x * x / 2;
}

double decay_response(const Plan& plan, const Plan::Decay& decay, double s) {
  if (!decay.near_tau_m) {
    return (portable_expm1(-s / decay.tau) - portable_expm1(-s * plan.rate)) / decay.detuning;
  }
  const double x = std::abs(decay.detuning) * s;
  return portable_exp(-s / std::max(decay.tau, plan.tau)) * s *
         (x > 0 ? -portable_expm1(-x) / x : 1);
}

/// Adds the terms of a component to a piece that begins at `from`.
struct Piece::Adder {
  const Plan& plan;
  Piece& piece;
  Time& sum;  ///< of the constants, nA
  const std::size_t* place;

  void operator()(const term::Constant& level) { sum = sum + level.value; }
  void operator()(const term::Line& line) {
    sum = sum + (line.value - line.slope * interval(piece.start, line.origin));
    piece.slope += line.slope;
  }
  void operator()(const term::Wave& wave) {
    const std::size_t k = *place++;
    const double cycles = plan.waves[k].cycles_per_ms * -interval(piece.start, wave.origin);
    const SineCosine phase = sine_cosine(cycles + wave.phase / (2 * pi));
    piece.waves[k].p += wave.amplitude * phase.cosine;
    piece.waves[k].q += wave.amplitude * phase.sine;
  }
  void operator()(const term::Decay& decay) {
    piece.decays[*place++].amplitude +=
        decay.amplitude * portable_exp(interval(piece.start, decay.origin) / decay.tau);
  }
};

void Piece::begin(const Plan& plan, Time from, double end, double u) {
  start = from;
  length = interval(from, end);
  u_start = u;
  slope = 0;
  Time sum;
  for (Decaying& decay : decays) decay.amplitude = 0;
  for (Oscillation& wave : waves) wave.p = wave.q = 0;
  const double inside = from.hi + 0.5 * length;
  for (std::size_t i = 0; i < plan.input.size(); ++i) {
    terms_around(plan.input[i], inside,
                 Adder{plan, *this, sum, plan.places.data() + plan.first_place[i]});
  }
  constant = sum.hi;
  constant_error = sum.lo;
  settle(plan);
}

void Piece::settle(const Plan& plan) {
  is_constant = slope == 0;
  for (std::size_t j = 0; j < decays.size(); ++j) {
    Decaying& decay = decays[j];
    is_constant = is_constant && decay.amplitude == 0;
    decay.at_end =
        decay.amplitude < 0 ? decay.amplitude * portable_exp(-length / plan.decays[j].tau) : 0;
  }
  for (std::size_t k = 0; k < waves.size(); ++k) {
    Oscillation& wave = waves[k];
    const auto& [cycles_per_ms, omega, omega_tau, gain] = plan.waves[k];
    is_constant = is_constant && wave.p == 0 && wave.q == 0;
    wave.steady_p = gain * (wave.p + wave.q * omega_tau);
    wave.steady_q = gain * (wave.q - wave.p * omega_tau);
    wave.amplitude = std::sqrt(wave.steady_p * wave.steady_p + wave.steady_q * wave.steady_q);
  }
}

double Piece::rise(const Plan& plan, double s) const {
  const double R = plan.neuron.R;
  const double leak = portable_expm1(-s * plan.rate);
  double sum = -leak * ((plan.neuron.u_rest - u_start) + R * constant);
  if (slope != 0) sum += R * slope * plan.tau * ramp_response(s / plan.tau);
  for (std::size_t j = 0; j < decays.size(); ++j) {
    if (decays[j].amplitude == 0) continue;
    sum += R * decays[j].amplitude * decay_response(plan, plan.decays[j], s) / plan.tau;
  }
  for (std::size_t k = 0; k < waves.size(); ++k) {
    const Oscillation& wave = waves[k];
    const SineCosine half = sine_cosine(0.5 * plan.waves[k].cycles_per_ms * s);
    sum += 2 * half.sine * (wave.steady_p * half.cosine - wave.steady_q * half.sine) -
           wave.steady_q * leak;
  }
  return sum;
}

double Piece::current(const Plan& plan, double s) const {
  double sum = constant + slope * s;
  for (std::size_t j = 0; j < decays.size(); ++j) {
    if (decays[j].amplitude != 0)
      sum += decays[j].amplitude * portable_exp(-s / plan.decays[j].tau);
  }
  for (std::size_t k = 0; k < waves.size(); ++k) {
    const SineCosine phase = sine_cosine(plan.waves[k].cycles_per_ms * s);
    sum += waves[k].p * phase.sine + waves[k].q * phase.cosine;
  }
  return sum;
}

}  // namespace iaf
