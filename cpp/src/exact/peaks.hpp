#pragma once

#include <iaf/simulate.hpp>
#include <limits>

#include "exact/piece.hpp"

namespace iaf {

/// The greatest u and I of an exact run between its first sample and its last, and the search for
/// them among and between the samples.
struct Peaks {
  double u = -std::numeric_limits<double>::infinity();        ///< mV
  double current = -std::numeric_limits<double>::infinity();  ///< nA
  double work = Limits::view_work;  ///< evaluations × terms left; below 0 only the samples count

  /// Takes in the samples of one piece, run.t[begin] … run.t[end - 1], and what lies between them,
  /// where between two there is no more than one maximum. `held`: u stays at u_reset.
  void add(const Plan& plan, const Piece& piece, bool held, const Run& run, std::size_t begin,
           std::size_t end);
};

}  // namespace iaf
