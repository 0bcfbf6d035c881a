#pragma once

#include <iaf/simulate.hpp>
#include <iaf/spike_statistics.hpp>
#include <optional>
#include <variant>
#include <vector>

namespace iaf {

/// The long run under a constant input without end.
struct Steady {
  double u_infinity;  ///< steady_potential, mV
  double rheobase;    ///< nA
  double rate;        ///< steady_rate, Hz
};

/// What a plot of a run needs.
struct View {
  std::vector<double> t, u, current;  ///< ms, mV, nA: decimated, of one length, times true
  std::vector<double> spikes;         ///< ms: all spikes of the run
  SpikeStatistics statistics;
  std::optional<Steady> steady;  ///< nothing where the input changes in time
  double u_max;        ///< greatest u in the view, mV; of an exact run also between points
  double current_max;  ///< likewise I, nA
};

/// The run of `request` as a plot shows it that is `columns` pixels wide from t = `from` to `to`,
/// ms. The exact method is sampled as finely as the plot and the sines of the input ask for, and at
/// the edges of the input, so that no pulse is lost however short; `request.dt` then does not
/// matter. `columns` is a whole number from 1 to 20000; 0 <= from < to <= duration.
std::variant<View, Issues> view(const Request& request, double from, double to, double columns);

}  // namespace iaf
