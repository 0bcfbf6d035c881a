#include "exact/sampler.hpp"

#include <algorithm>
#include <cmath>

#include "numbers/elementary.hpp"

namespace iaf {

void Sampler::times(double from, int first, int last, double* t) const {
  for (int i = first; i < last; ++i) t[i - first] = from + i * step_;
}

void Sampler::sample(const Piece& piece, double s, std::size_t count, double* u, double* current) {
  for (std::size_t done = 0; done < count; done += block) {
    sample_block(piece, s + static_cast<double>(done) * step_, std::min(block, count - done),
                 u + done, current + done);
  }
}

void Sampler::begin_terms(const Piece& piece, double s) {
  used_ = 0;
  for (std::size_t j = 0; j < decays_.size(); ++j) {
    if (piece.decays[j].amplitude == 0) continue;
    Term& term = terms_[used_++] = decays_[j];
    term.x = piece.decays[j].amplitude * portable_exp(-s / plan_.decays[j].tau);
  }
  for (std::size_t k = 0; k < waves_.size(); ++k) {
    const Piece::Oscillation& wave = piece.waves[k];
    if (wave.p == 0 && wave.q == 0) continue;
    const auto [sine, cosine] = sine_cosine(plan_.waves[k].cycles_per_ms * s);
    Term& term = terms_[used_++] = waves_[k];
    term.x = wave.p * cosine - wave.q * sine;
    term.y = wave.q * cosine + wave.p * sine;
  }
}

void Sampler::add_term(Term term, std::size_t count) {
  std::array<double, lanes> xs, ys;
  for (std::size_t l = 0; l < lanes; ++l) {
    xs[l] = term.x;
    ys[l] = term.y;
    term.turn();
  }
  for (std::size_t i = 0; i < count; i += lanes) {
    for (std::size_t l = 0; l < lanes; ++l) {
      currents_[i + l] += term.current_x * xs[l] + term.current_y * ys[l];
      rises_[i + l] += term.rise_x * xs[l] + term.rise_y * ys[l];
      const double x = xs[l] * term.stride_x - ys[l] * term.stride_y;
      ys[l] = ys[l] * term.stride_x + xs[l] * term.stride_y;
      xs[l] = x;
    }
  }
}

void Sampler::sample_block(const Piece& piece, double s, std::size_t count, double* u,
                           double* current) {
  begin_terms(piece, s);
  const double R = plan_.neuron.R, u_rest = plan_.neuron.u_rest;
  double level = piece.u_start + piece.rise(plan_, s);
  if (used_ == 0 && piece.slope == 0) {
    std::fill(current, current + count, piece.constant);
    relax(level, u_rest + R * piece.constant, count, u);
    return;
  }
  if (count < 2 * lanes) {
    sample_few(piece, s, level, count, u, current);
  } else {
    sample_many(piece, s, level, count, u, current);
  }
}

void Sampler::sample_few(const Piece& piece, double s, double level, std::size_t count, double* u,
                         double* current) {
  for (std::size_t i = 0; i < count; ++i) {
    const double line = piece.constant + piece.slope * (s + static_cast<double>(i) * step_);
    double input = line;
    double rise = ramp_rise_ * piece.slope - leak_ * (plan_.neuron.u_rest + plan_.neuron.R * line);
    for (std::size_t k = 0; k < used_; ++k) {
      Term& term = terms_[k];
      input += term.current_x * term.x + term.current_y * term.y;
      rise += term.rise_x * term.x + term.rise_y * term.y;
      term.turn();
    }
    u[i] = level;
    current[i] = input;
    level = decay_ * level + rise;
  }
}

void Sampler::sample_many(const Piece& piece, double s, double level, std::size_t count, double* u,
                          double* current) {
  const double R = plan_.neuron.R, u_rest = plan_.neuron.u_rest;
  const double ramp_rise = ramp_rise_ * piece.slope;
  // Whole rows of lanes: what is past `count` is worked out too, and left.
  const std::size_t rows = (count + lanes - 1) / lanes * lanes;
  if (piece.slope == 0) {
    std::fill(currents_.data(), currents_.data() + rows, piece.constant);
    std::fill(rises_.data(), rises_.data() + rows, -leak_ * (u_rest + R * piece.constant));
  } else {
    for (int i = 0; i < static_cast<int>(rows); ++i) {
      const double line = piece.constant + piece.slope * (s + i * step_);
      currents_[static_cast<std::size_t>(i)] = line;
      rises_[static_cast<std::size_t>(i)] = ramp_rise - leak_ * (u_rest + R * line);
    }
  }
  for (std::size_t k = 0; k < used_; ++k) add_term(terms_[k], count);
  std::copy(currents_.data(), currents_.data() + count, current);
  // Two steps at once: level waits for half as many multiplications.
  const double two = decay_ * decay_;
  std::size_t i = 0;
  for (; i + 1 < count; i += 2) {
    u[i] = level;
    u[i + 1] = decay_ * level + rises_[i];
    level = two * level + (decay_ * rises_[i] + rises_[i + 1]);
  }
  if (i < count) u[i] = level;
}

void Sampler::relax(double level, double settled, std::size_t count, double* u) const {
  std::array<double, lanes> distances;
  double stride = 1;
  for (double& distance : distances) {
    distance = (level - settled) * stride;
    stride *= decay_;
  }
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (std::size_t l = 0; l < lanes; ++l) {
      u[i + l] = settled + distances[l];
      distances[l] *= stride;
    }
  }
  for (std::size_t l = 0; i < count; ++i, ++l) u[i] = settled + distances[l];
}

}  // namespace iaf
