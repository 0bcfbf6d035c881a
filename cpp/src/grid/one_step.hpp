#pragma once

// One step of the methods on the grid, from u over x = h/tau_m, for a double or a vector of them. A
// drive is R·I, mV.

namespace iaf {

template <class Real>
Real euler_step(Real u, Real u_rest, Real x, Real drive) {
  return u + x * ((u_rest - u) + drive);
}

/// Where u is held, mV, when a step far beyond the limit of stability (2.785 tau_m) makes rk4 run
/// away downwards, where no spike resets it: a double would overflow.
inline constexpr double runaway = -1e100;

template <class Real>
Real rk4_step(Real u, Real u_rest, Real x, Real start, Real middle, Real end) {
  const Real k1 = x * ((u_rest - u) + start);
  const Real k2 = x * ((u_rest - (u + 0.5 * k1)) + middle);
  const Real k3 = x * ((u_rest - (u + 0.5 * k2)) + middle);
  const Real k4 = x * ((u_rest - (u + k3)) + end);
  const Real next = u + (k1 + 2 * (k2 + k3) + k4) * (1.0 / 6);
  const Real lowest = Real{} + runaway;
  return next > lowest ? next : lowest;
}

}  // namespace iaf
