#pragma once

#include <iaf/models/lif.hpp>

#include "numbers/elementary.hpp"
#include "numbers/time.hpp"

// The closed forms of `Lif`, for one neuron or several side by side.

namespace iaf {

/// (u_rest + R·I) - theta, mV; 0 where u_rest + R·I rounds to theta, so that what anybody would
/// call equal is. Where the last difference cancels it is exact. A `Real` is a double or a vector
/// of them.
template <class Real>
Real excess_over_theta(Real R, Real u_rest, Real theta, Real current) {
  const BasicTime<Real> potential = product(R, current) + u_rest;
  return potential.hi == theta ? Real{} : (potential.hi - theta) + potential.lo;
}

/// `steady_rate`, Hz, of the numbers of a neuron and the excess over theta.
template <class Real, class Bits>
Real rate_at(Real excess, Real tau, Real step, Real t_ref) {
  const Real rise = portable_log1p<Real, Bits>(step / excess);
  const Real rate = 1000 / (t_ref + tau * rise);
  return excess > 0 ? rate : Real{};
}

/// (u_rest + R·I) - theta, rounded once, mV; 0 as above. The current is the sum current + error.
inline double steady_excess(const Lif& neuron, double current, double error) {
  const Time drive = product(neuron.R, current);
  const double rest = drive.lo + neuron.R * error;
  const Time potential = Time{drive.hi, rest} + neuron.u_rest;
  if (potential.hi == neuron.theta) return 0;
  return (potential + -neuron.theta).hi;
}

}  // namespace iaf
