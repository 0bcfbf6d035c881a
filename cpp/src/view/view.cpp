#include <algorithm>
#include <cmath>
#include <iaf/decimate.hpp>
#include <iaf/firing_rate.hpp>
#include <iaf/view.hpp>

#include "model/issue.hpp"
#include "model/validate.hpp"
#include "run/methods.hpp"

namespace iaf {
namespace {

/// Sampling that gives every column a point and every period of the sines 16, up to a bound.
Sampling sampling_for(const Request& request, double from, double to, double columns) {
  double steps = columns;
  for (const Component& component : request.input) {
    if (component.kind == Kind::sine) {
      steps = std::max(steps, 16 * (to - from) * std::abs(component.frequency) / 1000);
    }
  }
  steps = std::ceil(std::min(steps, 400'000.0));
  return {from, (to - from) / steps, static_cast<std::size_t>(steps) + 1, true};
}

std::vector<double> pick(const std::vector<double>& values, const std::vector<std::size_t>& kept) {
  std::vector<double> out(kept.size());
  std::transform(kept.begin(), kept.end(), out.begin(), [&](std::size_t i) { return values[i]; });
  return out;
}

}  // namespace

std::variant<View, Issues> view(const Request& request, double from, double to, double columns) {
  Request shown = request;
  const bool window = from >= 0 && from < to && to <= request.duration;
  if (request.method == Method::exact && request.duration > 0) shown.dt = request.duration / 1000;
  Issues issues = validate(shown);
  if (!(columns >= 1 && columns <= 20000 && columns == std::floor(columns))) {
    complain(issues, "columns", columns, "pixels", "must be a whole number from 1 to 20000");
  }
  if (!window) {
    complain(issues, "from", from, "ms",
             "must lie from 0 to below to = " + text_of(to) +
                 " ms, and that at most at duration = " + text_of(request.duration) + " ms");
  }
  if (!issues.empty()) return issues;
  const bool exact = request.method == Method::exact;
  const Sampling sampling = sampling_for(request, from, to, columns);
  if (exact) check_view(request, static_cast<double>(sampling.size), issues);
  if (!issues.empty()) return issues;

  Peaks peaks;
  auto found =
      exact ? run_exact(request, sampling, Limits::view_work, &peaks) : run_method(request);
  if (!found) return Issues{work_issue(request)};
  Run& run = *found;
  View out;
  const auto kept =
      decimate(run.t, run.u, run.current, from, to, static_cast<std::size_t>(columns));
  out.t = pick(run.t, kept);
  out.u = pick(run.u, kept);
  out.current = pick(run.current, kept);
  if (!exact) {
    peaks = {*std::max_element(out.u.begin(), out.u.end()),
             *std::max_element(out.current.begin(), out.current.end())};
  }
  out.u_max = std::min(peaks.u, request.neuron.theta);  // rounding shall not make it a spike
  out.current_max = peaks.current;
  out.statistics = spike_statistics(run.spikes);
  out.spikes = std::move(run.spikes);
  if (const ConstantInput input = constant_input(request.input); input.is_constant) {
    out.steady = {steady_potential(request.neuron, input.amplitude), rheobase(request.neuron),
                  steady_rate(request.neuron, input.amplitude)};
  }
  return out;
}

}  // namespace iaf
