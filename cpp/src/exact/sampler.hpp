#pragma once

#include <vector>

#include "exact/piece.hpp"

namespace iaf {

/// u and I at equal steps of a piece, at a few multiplications a step: each step applies what a
/// step of that length does to every term, which is exact but for rounding, and every 128 steps all
/// is evaluated afresh.
class Sampler {
 public:
  Sampler(const Plan& plan, double step);

  /// Writes `count` values of u and I, from the time s of the piece on.
  void sample(const Piece& piece, double s, std::size_t count, double* u, double* current);

 private:
  /// One exponential (x alone) or sinusoid (x sin + y cos, about the present time) of the input.
  struct Term {
    double x, y;                  ///< nA
    double turn_x, turn_y;        ///< a step multiplies x + iy by turn_x + i·turn_y
    double current_x, current_y;  ///< I contains current_x·x + current_y·y
    double rise_x, rise_y;        ///< and makes u rise by this in a step, MΩ
  };

  void sample_block(const Piece& piece, double s, std::size_t count, double* u, double* current);

  const Plan& plan_;
  double step_;
  double leak_;       ///< e^(-step/tau_m) - 1
  double decay_;      ///< e^(-step/tau_m)
  double ramp_rise_;  ///< rise in a step under a ramp of 1 nA/ms, mV
  std::vector<Term> decays_, waves_;
  std::vector<Term> terms_;  ///< those of the present piece
};

}  // namespace iaf
