#pragma once

// One step of the methods on the grid: from u over x = h·pace of du/dt = pace·pull(u, I), for a
// double or a vector of them. A drive is what pull takes beside u.

namespace iaf {

template <class Real, class Drive, class Pull>
Real euler_step(Real u, Real x, Drive now, Pull pull) {
  return u + x * pull(u, now);
}

/// Where u is held, mV, when a step far beyond the limit of stability (2.785 tau_m) makes rk4 run
/// away downwards, where no spike resets it: a double would overflow.
inline constexpr double runaway = -1e100;

template <class Real, class Drive, class Pull>
Real rk4_step(Real u, Real x, Drive start, Drive middle, Drive end, Pull pull) {
  const Real k1 = x * pull(u, start);
  const Real k2 = x * pull(u + 0.5 * k1, middle);
  const Real k3 = x * pull(u + 0.5 * k2, middle);
  const Real k4 = x * pull(u + k3, end);
  const Real next = u + (k1 + 2 * (k2 + k3) + k4) * (1.0 / 6);
  const Real lowest = Real{} + runaway;
  return next > lowest ? next : lowest;
}

}  // namespace iaf
