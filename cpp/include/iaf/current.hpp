#pragma once

#include <iaf/inputs/constant.hpp>
#include <iaf/inputs/exponential.hpp>
#include <iaf/inputs/ramp.hpp>
#include <iaf/inputs/samples.hpp>
#include <iaf/inputs/sine.hpp>
#include <variant>
#include <vector>

namespace iaf {

/// The kinds of input there are: a new one is its header and its name here.
using Component = std::variant<Constant, Ramp, Sine, Exponential, Samples>;

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
