#pragma once

#include <cstddef>
#include <span>

#include "sweep/lanes.hpp"

// The rate in closed form of many neurons at once, two to a SIMD instruction.

namespace iaf {

/// The place of the current among the numbers of a lane; those before are `Model<Lif>::fields`.
inline constexpr std::size_t current_place = Model<Lif>::fields.size();

/// Steady rates, Hz, of neurons that have the number at `place` from `values` and all others from
/// `lane`. False where a u_reset or u_0 is not below its theta; then the rates mean nothing.
bool steady_rates(const Lane& lane, std::size_t place, std::span<const double> values,
                  double* rates);

}  // namespace iaf
