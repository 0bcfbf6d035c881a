#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "methods.hpp"

// Many neurons on the grid at once. A single one is a chain of dependent additions that keeps the
// processor waiting; neighbours fill the gaps, and two share a SIMD instruction.

namespace iaf {

/// One neuron under a constant current of its own, nA.
struct Lane {
  Neuron neuron;
  double current;
};

/// Runs euler or rk4, bit for bit as `simulate` does, on every lane.
std::vector<SpikeSpan> run_lanes(Method method, double dt, std::size_t steps,
                                 std::span<const Lane> lanes);

}  // namespace iaf
