#include "model/validate.hpp"

#include <algorithm>
#include <cmath>
#include <iaf/firing_rate.hpp>
#include <limits>

#include "model/issue.hpp"
#include "numbers/elementary.hpp"

namespace iaf {

const char* rule_broken(Bound bound, double value) {
  static_assert(Limits::magnitude == 1e12, "the messages say so");
  const bool in_range = std::abs(value) <= Limits::magnitude;
  switch (bound) {
    case Bound::finite: return in_range ? nullptr : "must be a number from -1e12 to 1e12";
    case Bound::positive:
      return in_range && value >= 1 / Limits::magnitude
                 ? nullptr
                 : "must be a positive number, from 1e-12 to 1e12";
    case Bound::not_negative:
      return in_range && value >= 0 ? nullptr : "must be a number from 0 to 1e12";
    case Bound::finite_or_infinite:
      return in_range || value == std::numeric_limits<double>::infinity()
                 ? nullptr
                 : "must be a number up to 1e12, or Infinity";
  }
  return nullptr;
}

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// How long a component is on between 0 and the end of the run, ms.
double time_on(const Component& component, double duration) {
  return std::max(0.0, std::min(component.stop, duration) - std::max(component.start, 0.0));
}

/// Bounds on the positive part of a component within the run.
struct Strength {
  double peak;    ///< no less than the greatest current, nA; 0 where it is never positive
  double charge;  ///< no less than the integral of its positive part, nA·ms
};
Strength strength(const Component& component, double duration) {
  const double on = time_on(component, duration);
  if (on == 0) return {0, 0};
  const double from = std::max(component.start, 0.0) - component.start, to = from + on;
  const double peak = std::max(component.amplitude, 0.0);
  switch (component.kind) {
    case Kind::constant: return {peak, peak * on};
    case Kind::ramp: return {peak * to, peak * (from + to) / 2 * on};
    case Kind::sine: {
      const double size = std::abs(component.amplitude);
      const double period = 1000 / std::abs(component.frequency);
      return {size, size * std::min(on, (on + period) / pi)};
    }
    case Kind::exponential: {
      const double first = peak * portable_exp(-from / component.tau);
      return {first, first * std::min(on, component.tau)};
    }
    case Kind::samples: break;
  }
  double highest = 0, sum = 0;
  for (const double value : component.values) {
    highest = std::max(highest, value);
    sum += std::max(value, 0.0);
  }
  return {highest, std::min(highest * on, sum * component.interval)};
}

/// No fewer than the spikes of the run, and no longer than its shortest interspike interval.
struct SpikeBound {
  double count;
  double isi;  ///< ms
};
SpikeBound spike_bound(const Request& request) {
  const Neuron& neuron = request.neuron;
  const double step = neuron.theta - neuron.u_reset;
  const double tau = tau_m(neuron), duration = request.duration;
  const ConstantInput input = constant_input(request.input);
  double isi, count;
  if (input.is_constant) {
    const double rate = steady_rate(neuron, input.amplitude);
    isi = rate > 0 ? 1000 / rate : infinity;
    count = duration / isi;
  } else {
    // On its way from u_reset to theta u stays at or above u_reset once it has last been there, so
    // the leak helps by no more than u_rest - u_reset.
    const double leak = std::max(neuron.u_rest - neuron.u_reset, 0.0);
    double peak = leak, charge = leak * duration;
    for (const Component& component : request.input) {
      const Strength part = strength(component, duration);
      peak += neuron.R * part.peak;
      charge += neuron.R * part.charge;
    }
    isi = neuron.t_ref + tau * (peak > 0 ? step / peak : infinity);
    count = std::min(charge / (tau * step), duration / isi);
  }
  return {count + 1, isi};
}

std::string at_most(double limit) {
  return "; at most " + text_of(limit) + " are allowed: ";
}

void check_spikes(const Request& request, double count, double limit, Issues& issues) {
  if (count <= limit) return;
  complain(issues, "duration", request.duration, "ms",
           "leaves room for " + text_of(std::floor(count)) + " spikes under so strong an input" +
               at_most(limit) + "shorten duration, lower the amplitude or raise t_ref");
}

void check_evaluations(const Request& request, double evaluations, double limit, Issues& issues) {
  if (!issues.empty() || evaluations <= limit) return;
  complain(issues, "input", static_cast<double>(request.input.size()), "components",
           "make " + text_of(evaluations) + " evaluations (events × components)" + at_most(limit) +
               "use fewer components or shorten duration");
}

std::size_t sample_count(const Request& request) {
  std::size_t count = 0;
  for (const Component& component : request.input) {
    if (component.kind == Kind::samples) count += component.values.size();
  }
  return count;
}

}  // namespace

void check_numbers(const Request& request, Issues& issues) {
  if (request.input.size() > Limits::components) {
    complain(issues, "input", static_cast<double>(request.input.size()), "components",
             "may have at most " + text_of(static_cast<double>(Limits::components)));
    return;  // what is wrong with each of them would be a list without end
  }
  for_each_field(request, [&](const auto& path, const auto& field, double value) {
    const char* rule = rule_broken(field.bound, value);
    if (rule != nullptr) complain(issues, path(), value, field.unit, rule);
  });
  std::size_t samples = 0;
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    const Component& component = request.input[i];
    if (component.kind != Kind::samples) continue;
    const std::string path = indexed("input", i) + ".values";
    if (component.values.empty()) {
      add_issue(issues, {path, "", path + " is empty: must hold at least one current in nA"});
    }
    samples += component.values.size();
    if (samples > Limits::samples) {
      complain(
          issues, path, static_cast<double>(samples), "values in all",
          "may be at most " + text_of(static_cast<double>(Limits::samples)) + ": use fewer values");
      return;
    }
    for (std::size_t k = 0; k < component.values.size(); ++k) {
      const char* rule = rule_broken(Bound::finite, component.values[k]);
      if (rule == nullptr) continue;
      complain(issues, indexed(path, k), component.values[k], "nA", rule);
      break;  // one bad value is enough to say; there may be a million
    }
  }
}

void check_order(const Request& request, Issues& issues) {
  const Neuron& neuron = request.neuron;
  const auto below_theta = [&](const char* field, double value) {
    if (!(value >= neuron.theta)) return;
    complain(issues, field, value, "mV", "must lie below theta = " + text_of(neuron.theta) + " mV");
  };
  below_theta("neuron.u_reset", neuron.u_reset);
  below_theta("neuron.u_0", neuron.u_0);
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    const Component& component = request.input[i];
    if (!(component.start >= component.stop)) continue;
    complain(issues, indexed("input", i) + ".stop", component.stop, "ms",
             "must lie after start = " + text_of(component.start) + " ms");
  }
}

void check_probes(const Request& request, Issues& issues) {
  for (std::size_t i = 0; i < request.probe.size(); ++i) {
    const double t = request.probe[i];
    if (t >= 0 && t <= request.duration) continue;
    complain(issues, indexed("probe", i), t, "ms",
             "must be a time from 0 to duration = " + text_of(request.duration) + " ms");
    break;
  }
}

double check_work(const Request& request, Issues& issues) {
  const double steps = request.duration / request.dt;
  if (steps > Limits::steps) {
    complain(issues, "dt", request.dt, "ms",
             "makes " + text_of(std::floor(steps)) + " steps of duration/dt" +
                 at_most(Limits::steps) + "increase dt or shorten duration");
  }
  if (static_cast<double>(request.probe.size()) > Limits::steps) {
    complain(issues, "probe", static_cast<double>(request.probe.size()), "times",
             "may be at most " + text_of(Limits::steps));
  }
  double cycles = 0;
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    const double frequency = request.input[i].frequency;
    if (request.input[i].kind != Kind::sine) continue;
    const double turned = std::abs(frequency) / 1000 * (request.duration - request.input[i].start);
    if (turned > Limits::turns) {
      complain(issues, indexed("input", i) + ".frequency", frequency, "Hz",
               "has made " + text_of(turned) +
                   " cycles since its start, of which no phase is left" + at_most(Limits::turns) +
                   "lower frequency or let it start later");
      break;
    }
    cycles += std::abs(frequency) / 1000 * time_on(request.input[i], request.duration);
    if (cycles <= Limits::cycles) continue;
    complain(issues, indexed("input", i) + ".frequency", frequency, "Hz",
             "makes " + text_of(std::floor(cycles)) + " cycles" + at_most(Limits::cycles) +
                 "lower frequency or shorten duration");
    break;
  }
  const SpikeBound spikes = spike_bound(request);
  check_spikes(request, spikes.count, Limits::spikes, issues);
  if (spikes.count <= Limits::spikes &&
      spikes.isi < 8 * std::numeric_limits<double>::epsilon() * request.duration) {
    complain(issues, "neuron.t_ref", request.neuron.t_ref, "ms",
             "lets spikes follow each other after " + text_of(spikes.isi) +
                 " ms, too close to be told apart at t = " + text_of(request.duration) +
                 " ms: raise t_ref or lower the amplitude");
  }
  double events = (request.method == Method::exact ? spikes.count : steps) + cycles;
  const double components = static_cast<double>(request.input.size());
  events += 2 * components + static_cast<double>(sample_count(request));
  const double evaluations = events * components;
  check_evaluations(request, evaluations, Limits::evaluations, issues);
  return std::max(events, evaluations);
}

void check_view(const Request& request, double sampled, Issues& issues) {
  const double components = static_cast<double>(request.input.size());
  const std::size_t samples = sample_count(request);
  const double spikes = spike_bound(request).count;
  check_spikes(request, spikes, Limits::view_spikes, issues);
  if (samples > Limits::view_samples) {
    complain(issues, "input", static_cast<double>(samples), "values in all",
             "may be at most " + text_of(static_cast<double>(Limits::view_samples)) +
                 " to be drawn: use fewer values");
  }
  const double events = spikes + sampled + 2 * components + static_cast<double>(samples);
  check_evaluations(request, events * components, Limits::view_evaluations, issues);
}

Issue work_issue(const Request& request) {
  return number_issue("input", static_cast<double>(request.input.size()), "components",
                      "keep u so close to theta for so long that finding the crossings takes too "
                      "many evaluations: shorten duration, or lower amplitudes that nearly cancel");
}

Issues validate(const Request& request) {
  Issues issues;
  check_numbers(request, issues);
  const bool numbers = issues.empty();
  check_order(request, issues);
  check_probes(request, issues);
  if (numbers && issues.empty()) check_work(request, issues);
  return issues;
}

}  // namespace iaf
