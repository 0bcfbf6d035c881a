#pragma once

#include <array>
#include <vector>

#include "exact/piece.hpp"

namespace iaf {

/// u and I at equal steps of a piece, at a few multiplications a step: each step applies what a
/// step of that length does to every term, which is exact but for rounding, and every 128 steps all
/// is evaluated afresh. Steps are taken in `lanes` that do not wait for each other.
class Sampler {
 public:
  Sampler(const Plan& plan, double step);

  /// Writes the times of the samples from `first` to before `last`, if that of number 0 is `from`.
  void times(double from, int first, int last, double* t) const;

  /// Writes `count` values of u and I, from the time s of the piece on.
  void sample(const Piece& piece, double s, std::size_t count, double* u, double* current);

 private:
  static constexpr std::size_t lanes = 4;
  static constexpr std::size_t block = 128;

  /// One exponential (x alone) or sinusoid (x sin + y cos, about the present time) of the input.
  struct Term {
    double x = 0, y = 0;                  ///< nA
    double turn_x = 0, turn_y = 0;        ///< a step multiplies x + iy by turn_x + i·turn_y
    double current_x = 0, current_y = 0;  ///< I contains current_x·x + current_y·y
    double rise_x = 0, rise_y = 0;        ///< and makes u rise by this in a step, MΩ
    double stride_x = 0, stride_y = 0;    ///< what `lanes` steps multiply by

    /// A step.
    void turn() {
      const double next = x * turn_x - y * turn_y;
      y = y * turn_x + x * turn_y;
      x = next;
    }
  };

  void begin_terms(const Piece& piece, double s);
  void add_term(Term term, std::size_t count);
  void sample_block(const Piece& piece, double s, std::size_t count, double* u, double* current);
  /// The samples of a block whose terms are begun, from where u is `level`: one after the other, or
  /// in lanes, which takes longer to begin.
  void sample_few(const Piece& piece, double s, double level, std::size_t count, double* u,
                  double* current);
  void sample_many(const Piece& piece, double s, double level, std::size_t count, double* u,
                   double* current);

  /// Writes u on its way from `level` to `settled`, mV.
  void relax(double level, double settled, std::size_t count, double* u) const;

  const Plan& plan_;
  double step_;
  double leak_;       ///< e^(-step/tau_m) - 1
  double decay_;      ///< e^(-step/tau_m)
  double ramp_rise_;  ///< rise in a step under a ramp of 1 nA/ms, mV
  std::vector<Term> decays_, waves_;
  std::vector<Term> terms_;  ///< those of the present piece, and room for all
  std::size_t used_ = 0;     ///< of them
  /// Of a block: I, and what it makes u rise by in the step from there, nA and mV.
  std::array<double, block> currents_, rises_;
};

}  // namespace iaf
