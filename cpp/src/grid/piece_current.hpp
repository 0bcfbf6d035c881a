#pragma once

#include <iaf/current.hpp>
#include <vector>

#include "numbers/elementary.hpp"

namespace iaf {

/// The input on one smooth piece, as a function that also holds just outside the piece, so that the
/// last stage of a step that ends at an edge still sees the current before the edge.
class PieceCurrent {
 public:
  /// Makes this the piece around `inside`, a time between two breakpoints.
  void begin(const Input& input, double inside);

  bool is_constant() const { return lines_.empty() && waves_.empty() && decays_.empty(); }

  /// I(t), nA.
  double operator()(double t) const {
    double sum = constant_;
    for (const term::Line& line : lines_) sum += line.value + line.slope * (t - line.origin);
    for (const Wave& wave : waves_) {
      const double cycles = wave.cycles_per_ms * (t - wave.origin) + wave.cycles_at_origin;
      sum += wave.amplitude * sine_cosine(cycles).sine;
    }
    for (const Decay& decay : decays_) {
      sum += decay.amplitude * portable_exp((t - decay.origin) * decay.minus_rate);
    }
    return sum;
  }

 private:
  struct Wave {
    double amplitude, cycles_per_ms, cycles_at_origin, origin;
  };
  struct Decay {
    double amplitude, minus_rate, origin;
  };
  struct Adder;

  double constant_ = 0;
  std::vector<term::Line> lines_;
  std::vector<Wave> waves_;
  std::vector<Decay> decays_;
};

}  // namespace iaf
