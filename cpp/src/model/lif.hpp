#pragma once

#include <cstddef>
#include <iaf/models/lif.hpp>
#include <span>

#include "numbers/time.hpp"

// The closed forms of `Lif`, which bounds, the exact method and sweeps need alike.

namespace iaf {

/// The place of the current among the numbers of a neuron and it; those before are
/// `Model<Lif>::fields`.
inline constexpr std::size_t current_place = Model<Lif>::fields.size();

/// Steady rates, Hz, of many neurons, two to a SIMD instruction: they have the number at `place`
/// from `values` and all others from `neuron` and `current`. False where a u_reset or u_0 is not
/// below its theta; then the rates mean nothing.
bool steady_rates(const Lif& neuron, double current, std::size_t place,
                  std::span<const double> values, double* rates);

/// (u_rest + R·I) - theta, rounded once, mV; 0 where u_rest + R·I rounds to theta, so that what
/// anybody would call equal is. The current is the sum current + error.
inline double steady_excess(const Lif& neuron, double current, double error) {
  const Time drive = product(neuron.R, current);
  const double rest = drive.lo + neuron.R * error;
  const Time potential = Time{drive.hi, rest} + neuron.u_rest;
  if (potential.hi == neuron.theta) return 0;
  return (potential + -neuron.theta).hi;
}

}  // namespace iaf
