#include <algorithm>
#include <array>
#include <cmath>
#include <iaf/decimate.hpp>
#include <iaf/view.hpp>

#include "exact/exact.hpp"
#include "model/input.hpp"
#include "model/request.hpp"
#include "model/validate.hpp"
#include "run/methods.hpp"

namespace iaf {
namespace {

/// Sampling that gives every column a point and every period of the sines 16, up to a bound.
Sampling sampling_for(const Request& request, double from, double to, double columns) {
  double steps = columns;
  for (const Component& component : request.input) {
    for_each_oscillation(component, [&]<class Term>(const Term& term) {
      if constexpr (requires { term.frequency; }) {
        steps = std::max(steps, 16 * (to - from) * std::abs(term.frequency) / 1000);
      }
    });
  }
  steps = std::ceil(std::min(steps, 400'000.0));
  return {from, (to - from) / steps, static_cast<std::size_t>(steps) + 1, true};
}

std::vector<double> pick(const std::vector<double>& values, const std::vector<std::size_t>& kept) {
  std::vector<double> out(kept.size());
  std::transform(kept.begin(), kept.end(), out.begin(), [&](std::size_t i) { return values[i]; });
  return out;
}

/// What is wrong with a view, beside what would be with the run.
void check_window(const Request& request, double from, double to, double columns, Issues& issues) {
  if (!(columns >= 1 && columns <= 20000 && columns == std::floor(columns))) {
    complain(issues, "columns", columns, "pixels", "must be a whole number from 1 to 20000",
             between(code::out_of_bounds, 1, 20000));
  }
  if (!(from >= 0 && from < to && to <= request.duration)) {
    complain(issues, "from", from, "ms",
             "must lie from 0 to below to = " + text_of(to) +
                 " ms, and that at most at duration = " + text_of(request.duration) + " ms",
             between(code::no_window, 0, request.duration));
  }
}

/// The long run of a model that has it in closed form.
std::optional<Steady> steady_of(const Request& request) {
  const ConstantInput input = constant_input(request.input);
  if (!input.is_constant) return {};
  const double current = input.amplitude;
  return on(request.neuron, [&](const auto& neuron) -> std::optional<Steady> {
    if constexpr (requires { steady_rate(neuron, current); }) {
      return Steady{steady_potential(neuron, current), rheobase(neuron),
                    steady_rate(neuron, current)};
    } else {
      return {};
    }
  });
}

}  // namespace

std::variant<View, Issues> view(const Request& request, double from, double to, double columns,
                                Run& scratch) {
  const bool exact = request.method == Method::exact;
  Issues issues;
  if (exact && request.duration > 0) {
    Request shown = request;
    shown.dt = request.duration / 1000;
    issues = validate(shown);
  } else {
    issues = validate(request);
  }
  check_window(request, from, to, columns, issues);
  if (!issues.empty()) return issues;
  const Sampling sampling = sampling_for(request, from, to, columns);
  if (exact) check_view(request, static_cast<double>(sampling.size), issues);
  if (!issues.empty()) return issues;

  Peaks peaks;
  if (!(exact ? run_exact(request, sampling, scratch, Limits::view_work, &peaks)
              : run_method(request, scratch))) {
    return only(work_issue(request));
  }
  const std::array<std::span<const double>, 2> series = {scratch.u, scratch.current};
  const auto kept = decimate(scratch.t, series, from, to, static_cast<std::size_t>(columns));
  View out;
  out.t = pick(scratch.t, kept);
  out.traces.resize(series.size());
  out.traces[0] = {"u", "u", "mV", pick(scratch.u, kept)};
  out.traces[1] = {"current", "I", "nA", pick(scratch.current, kept)};
  if (!exact) {
    const auto highest = [](std::span<const double> values) {
      return *std::max_element(values.begin(), values.end());
    };
    peaks = {highest(out.traces[0].values), highest(out.traces[1].values)};
  }
  // Rounding shall not make it a spike.
  out.u_max = std::min(peaks.u, firing_of(request.neuron).theta);
  out.current_max = peaks.current;
  out.statistics = spike_statistics(scratch.spikes);
  out.spikes = scratch.spikes;
  out.steady = steady_of(request);
  return out;
}

std::variant<View, Issues> view(const Request& request, double from, double to, double columns) {
  Run scratch;
  return view(request, from, to, columns, scratch);
}

}  // namespace iaf
