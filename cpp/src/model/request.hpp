#pragma once

#include <cstddef>
#include <iaf/request.hpp>

#include "model/on.hpp"

namespace iaf {

/// What all models have in common.
struct Firing {
  double theta;    ///< mV
  double u_reset;  ///< mV
  double u_0;      ///< mV
  double t_ref;    ///< ms
};
inline Firing firing_of(const Neuron& neuron) {
  return on(neuron, [](const auto& model) {
    return Firing{model.theta, model.u_reset, model.u_0, model.t_ref};
  });
}

/// Number of grid points i·dt from 0 to the end of the run.
inline std::size_t grid_size(const Request& request) {
  return static_cast<std::size_t>(request.duration / request.dt + 1e-9) + 1;
}

}  // namespace iaf
