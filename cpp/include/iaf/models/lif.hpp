#pragma once

#include <iaf/models/model.hpp>

namespace iaf {

/// A leaky integrate-and-fire neuron (Gerstner et al., Neuronal Dynamics, sections 1.3 and 5.1):
///
///     C du/dt = -(u - u_rest)/R + I(t),   tau_m = R C
///     u reaches theta at t*  ->  spike at t*;  u = u_reset on [t*, t* + t_ref);  then on from
///     there
///
/// mV = nA·MΩ and ms = MΩ·nF, so no conversion factor appears. The values here are the start of the
/// experiment "constant current" and the only defaults of the project.
struct Lif {
  double R = 6.4;        ///< membrane resistance, MΩ, > 0
  double C = 0.9;        ///< membrane capacitance, nF, > 0
  double u_rest = 0;     ///< resting potential, where the leak pulls to, mV; may lie above theta
  double u_reset = 0.4;  ///< potential after a spike, mV, < theta
  double theta = 5;      ///< firing threshold, mV
  double u_0 = 0.4;      ///< potential at t = 0, mV, < theta
  double t_ref = 0;      ///< absolute refractory period, ms, >= 0
};

/// Membrane time constant R·C, ms.
constexpr double tau_m(const Lif& neuron) {
  return neuron.R * neuron.C;
}

/// Where the potential would settle under a constant current without a threshold:
/// u_rest + R·I, mV.
double steady_potential(const Lif& neuron, double current);

/// The constant current that takes the steady potential just to theta: (theta - u_rest)/R, nA.
/// Above it the neuron fires for ever, at it and below it never. Negative where u_rest > theta.
double rheobase(const Lif& neuron);

/// Steady rate under a constant current, Hz:
///     1000/(t_ref + tau_m ln((u_inf - u_reset)/(u_inf - theta))),   u_inf = u_rest + R·I
/// and 0 where u_inf <= theta (Neuronal Dynamics, eq. 5.13 without noise).
double steady_rate(const Lif& neuron, double current);

template <>
struct Model<Lif> {
  static constexpr std::string_view name = "lif";
  static constexpr Methods methods = every_method;
  static constexpr std::array fields = {
      Field<Lif>{{"R", "MΩ", Bound::positive}, &Lif::R},
      Field<Lif>{{"C", "nF", Bound::positive}, &Lif::C},
      Field<Lif>{{"u_rest", "mV", Bound::finite}, &Lif::u_rest},
      Field<Lif>{{"u_reset", "mV", Bound::finite}, &Lif::u_reset},
      Field<Lif>{{"theta", "mV", Bound::finite}, &Lif::theta},
      Field<Lif>{{"u_0", "mV", Bound::finite}, &Lif::u_0},
      Field<Lif>{{"t_ref", "ms", Bound::not_negative}, &Lif::t_ref},
  };

  static constexpr double pace(const Lif& neuron) { return 1 / tau_m(neuron); }
  template <class Real>
  static constexpr Real pull(const Lif& neuron, Real u, Real current) {
    return (neuron.u_rest - u) + neuron.R * current;
  }
};

}  // namespace iaf
