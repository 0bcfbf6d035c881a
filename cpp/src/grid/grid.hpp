#pragma once

#include <cmath>
#include <iaf/simulate.hpp>

namespace iaf {

/// Fills `run` by a method on the grid i·dt: Euler's or Runge and Kutta's. Takes a valid request.
void run_grid(const Request& request, Run& run);

/// Steps that a grid method holds u at u_reset for: t_ref, rounded up. A double, as it knows no
/// bound.
inline double refractory_steps(double t_ref, double dt) {
  return std::ceil(t_ref / dt - 1e-9);
}

}  // namespace iaf
