#pragma once

#include <limits>
#include <vector>

namespace iaf {

/// The shapes of an input current over the time s since the start of its window, in ms.
enum class Kind {
  constant,     ///< I = amplitude
  ramp,         ///< I = amplitude·s
  sine,         ///< I = amplitude·sin(2π·frequency·s/1000 + phase)
  exponential,  ///< I = amplitude·exp(-s/tau)
  samples,      ///< linear between values[k] at s = k·interval; 0 after the last
};

/// One shape inside the window [start, stop); outside it, no current. The fields another kind uses
/// do not matter.
struct Component {
  Kind kind = Kind::constant;
  double amplitude = 1;                                   ///< nA; of a ramp, nA/ms
  double frequency = 100;                                 ///< of a sine, Hz
  double phase = 0;                                       ///< of a sine, rad
  double tau = 10;                                        ///< of an exponential, ms, > 0
  double interval = 1;                                    ///< of samples, ms, > 0
  std::vector<double> values = {};                        ///< of samples, nA, at least one
  double start = 0;                                       ///< ms
  double stop = std::numeric_limits<double>::infinity();  ///< ms, > start
};

/// An input current: the sum of its components.
using Input = std::vector<Component>;

/// Whether an input is constant and without end: every component a constant that is on from t <= 0
/// for ever; and then its amplitude.
struct ConstantInput {
  bool is_constant = false;
  double amplitude = 0;  ///< nA, rounded once from the exact sum
};
ConstantInput constant_input(const Input& input);

}  // namespace iaf
