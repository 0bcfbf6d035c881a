#pragma once

#include <array>
#include <iaf/field.hpp>
#include <iaf/method.hpp>
#include <string_view>

namespace iaf {

/// What a model of a neuron says of itself, beside the struct `Parameters` of its numbers:
///
///     static constexpr std::string_view name;   how requests call it
///     static constexpr Methods methods;         that can run it
///     static constexpr std::array fields;       Field<Parameters>, every number of the struct
///     static double pace(neuron)                du/dt = pace·pull, in 1/ms and mV: a split that
///     static Real pull(neuron, Real u, Real I)    keeps the roundings of textbooks
///
/// All models have `theta`, `u_reset`, `u_0` (mV) and `t_ref` (ms) among their numbers: where u
/// reaches theta they fire, and u is u_reset for t_ref. A model has a rate in closed form where
/// there is a function `steady_rate(const Parameters&, double current)`. The exact method knows
/// `Lif`.
template <class Parameters>
struct Model;

}  // namespace iaf
