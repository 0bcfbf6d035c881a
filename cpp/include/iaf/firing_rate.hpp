#pragma once

#include <iaf/simulate.hpp>
#include <iaf/spike_statistics.hpp>
#include <string>
#include <variant>
#include <vector>

namespace iaf {

/// Where the potential would settle under a constant current without a threshold:
/// u_rest + R·I, mV.
double steady_potential(const Neuron& neuron, double current);

/// The constant current that takes the steady potential just to theta: (theta - u_rest)/R, nA.
/// Above it the neuron fires for ever, at it and below it never. Negative where u_rest > theta.
double rheobase(const Neuron& neuron);

/// Steady rate under a constant current, Hz:
///     1000/(t_ref + tau_m ln((u_inf - u_reset)/(u_inf - theta))),   u_inf = u_rest + R·I
/// and 0 where u_inf <= theta (Neuronal Dynamics, eq. 5.13 without noise).
double steady_rate(const Neuron& neuron, double current);

/// One axis of a sweep: the path of a numeric field ("input[0].amplitude") and its values.
struct Axis {
  std::string field;
  std::vector<double> values;
};

/// A request repeated with one or two fields replaced.
struct Sweep {
  Request request;
  std::vector<Axis> axes;
};

/// Firing rates, Hz, row-major over the axes. A rate is the closed form of `steady_rate` where the
/// method is exact and the input constant without end; otherwise `firing_rate` of its spikes. What
/// is wrong because of an axis is an issue of its value ("axes[0].values[3]"), what would be wrong
/// whatever the axes set one of its own field. Probes do not matter.
std::variant<std::vector<double>, Issues> firing_rates(const Sweep& sweep);

}  // namespace iaf
