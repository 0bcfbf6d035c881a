#include "exact/sampler.hpp"

#include <algorithm>
#include <cmath>

#include "numbers/elementary.hpp"

namespace iaf {

Sampler::Sampler(const Plan& plan, double step)
    : plan_(plan),
      step_(step),
      leak_(portable_expm1(-step / plan.tau)),
      decay_(1 + leak_),
      ramp_rise_(plan.neuron.R * plan.tau * ramp_response(step / plan.tau)) {
  const double R = plan.neuron.R;
  for (const Plan::Decay& decay : plan.decays) {
    const double rise = R * decay_response(plan, decay, step) / plan.tau;
    decays_.push_back({0, 0, portable_exp(-step / decay.tau), 0, 1, 0, rise, 0});
  }
  for (const Plan::Wave& wave : plan.waves) {
    const auto [sine, cosine] = sine_cosine(wave.cycles_per_ms * step);
    const double half_sine = sine_cosine(0.5 * wave.cycles_per_ms * step).sine;
    const double settled = -2 * half_sine * half_sine - leak_;  // cos - e^(-step/tau_m)
    waves_.push_back({0, 0, cosine, sine, 0, 1, wave.gain * (sine - wave.omega_tau * settled),
                      wave.gain * (wave.omega_tau * sine + settled)});
  }
}

void Sampler::sample(const Piece& piece, double s, std::size_t count, double* u, double* current) {
  constexpr std::size_t block = 128;
  for (std::size_t done = 0; done < count; done += block) {
    sample_block(piece, s + static_cast<double>(done) * step_, std::min(block, count - done),
                 u + done, current + done);
  }
}

void Sampler::sample_block(const Piece& piece, double s, std::size_t count, double* u,
                           double* current) {
  terms_.clear();
  for (std::size_t j = 0; j < decays_.size(); ++j) {
    if (piece.decays[j].amplitude == 0) continue;
    terms_.push_back(decays_[j]);
    terms_.back().x = piece.decays[j].amplitude * portable_exp(-s / plan_.decays[j].tau);
  }
  for (std::size_t k = 0; k < waves_.size(); ++k) {
    const Piece::Oscillation& wave = piece.waves[k];
    if (wave.p == 0 && wave.q == 0) continue;
    const auto [sine, cosine] = sine_cosine(plan_.waves[k].cycles_per_ms * s);
    terms_.push_back(waves_[k]);
    terms_.back().x = wave.p * cosine - wave.q * sine;
    terms_.back().y = wave.q * cosine + wave.p * sine;
  }
  const double R = plan_.neuron.R, u_rest = plan_.neuron.u_rest;
  double level = piece.u_start + piece.rise(plan_, s);
  if (terms_.empty() && piece.slope == 0) {
    const double settled = u_rest + R * piece.constant;
    double distance = level - settled;
    for (std::size_t i = 0; i < count; ++i) {
      u[i] = settled + distance;
      current[i] = piece.constant;
      distance *= decay_;
    }
    return;
  }
  const double ramp_rise = ramp_rise_ * piece.slope;
  for (std::size_t i = 0; i < count; ++i) {
    const double line = piece.constant + piece.slope * (s + static_cast<double>(i) * step_);
    double input = line;
    double rise = ramp_rise - leak_ * (u_rest + R * line);
    for (Term& term : terms_) {
      input += term.current_x * term.x + term.current_y * term.y;
      rise += term.rise_x * term.x + term.rise_y * term.y;
      const double x = term.x * term.turn_x - term.y * term.turn_y;
      term.y = term.y * term.turn_x + term.x * term.turn_y;
      term.x = x;
    }
    u[i] = level;
    current[i] = input;
    level = decay_ * level + rise;
  }
}

}  // namespace iaf
