#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "exact/exact.hpp"

// Many neurons on the grid at once. A single one is a chain of dependent additions that keeps the
// processor waiting; neighbours fill the gaps, and two share a SIMD instruction.

namespace iaf {

/// One neuron under a constant current of its own, nA.
struct Lane {
  Lif neuron;
  double current;
};

/// The spikes of euler or rk4 on every lane, bit for bit those of `simulate`. Only as many steps
/// are taken as it needs to know them all.
std::vector<SpikeSpan> run_lanes(Method method, double dt, std::size_t steps,
                                 std::span<const Lane> lanes);

}  // namespace iaf
