#pragma once

#include <iaf/simulate.hpp>
#include <iaf/spike_statistics.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace iaf {

/// The long run under a constant input without end, of models that have it in closed form.
struct Steady {
  double u_infinity;  ///< steady_potential, mV
  double rheobase;    ///< nA
  double rate;        ///< steady_rate, Hz
};

/// What a plot draws as one curve over t.
struct Trace {
  std::string_view name;    ///< "u", "current"
  std::string_view symbol;  ///< as formulas call it
  std::string_view unit;
  std::vector<double> values;
};

/// What a plot of a run needs.
struct View {
  std::vector<double> t;       ///< ms: decimated, times true
  std::vector<Trace> traces;   ///< u, the current, and what else a model has, each as long as t
  std::vector<double> spikes;  ///< ms: all spikes of the run
  SpikeStatistics statistics;
  std::optional<Steady> steady;  ///< nothing where the input changes in time
  double u_max;        ///< greatest u in the view, mV; of an exact run also between points
  double current_max;  ///< likewise I, nA

  /// The values of the trace that is called so; empty where there is none.
  std::span<const double> values(std::string_view name) const {
    for (const Trace& trace : traces) {
      if (trace.name == name) return trace.values;
    }
    return {};
  }
};

/// The run of `request` as a plot shows it that is `columns` pixels wide from t = `from` to `to`,
/// ms. The exact method is sampled as finely as the plot and the sines of the input ask for, and at
/// the edges of the input, so that no pulse is lost however short; `request.dt` then does not
/// matter. `columns` is a whole number from 1 to 20000; 0 <= from < to <= duration.
std::variant<View, Issues> view(const Request& request, double from, double to, double columns);

/// The same by way of a run that the caller keeps, for its memory; what is in it afterwards does
/// not matter.
std::variant<View, Issues> view(const Request& request, double from, double to, double columns,
                                Run& scratch);

}  // namespace iaf
