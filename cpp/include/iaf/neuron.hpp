#pragma once

namespace iaf {

/// A leaky integrate-and-fire neuron (Gerstner et al., Neuronal Dynamics, sections 1.3 and 5.1):
///
///     C du/dt = -(u - u_rest)/R + I(t),   tau_m = R C
///     u reaches theta at t*  ->  spike at t*;  u = u_reset on [t*, t* + t_ref);  then on from
///     there
///
/// mV = nA·MΩ and ms = MΩ·nF, so no conversion factor appears. The values here are the start of the
/// experiment "constant current" and the only defaults of the project.
struct Neuron {
  double R = 6.4;        ///< membrane resistance, MΩ, > 0
  double C = 0.9;        ///< membrane capacitance, nF, > 0
  double u_rest = 0;     ///< resting potential, where the leak pulls to, mV; may lie above theta
  double u_reset = 0.4;  ///< potential after a spike, mV, < theta
  double theta = 5;      ///< firing threshold, mV
  double u_0 = 0.4;      ///< potential at t = 0, mV, < theta
  double t_ref = 0;      ///< absolute refractory period, ms, >= 0
};

/// Membrane time constant R·C, ms.
constexpr double tau_m(const Neuron& neuron) {
  return neuron.R * neuron.C;
}

}  // namespace iaf
