#include "model/validate.hpp"

#include <algorithm>
#include <cmath>
#include <iaf/capabilities.hpp>
#include <limits>

#include "model/bounds.hpp"
#include "model/input.hpp"
#include "model/request.hpp"

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

Range range_of(Bound bound) {
  constexpr double most = Limits::magnitude;
  switch (bound) {
    case Bound::finite: return {-most, most};
    case Bound::positive: return {1 / most, most};
    case Bound::not_negative: return {0, most};
    case Bound::finite_or_infinite: return {-most, std::numeric_limits<double>::infinity()};
  }
  return {};
}

Fault out_of(Bound bound) {
  const auto [least, greatest] = range_of(bound);
  return between(code::out_of_bounds, least, greatest);
}

namespace {

std::string allowed(double limit) {
  return "; at most " + text_of(limit) + " are allowed: ";
}

void check_spikes(const Request& request, double count, double limit, Issues& issues) {
  if (count <= limit) return;
  complain(issues, "duration", request.duration, "ms",
           "leaves room for " + text_of(std::floor(count)) + " spikes under so strong an input" +
               allowed(limit) + "shorten duration, lower the amplitude or raise t_ref",
           at_most(code::too_much_work, limit));
}

void check_evaluations(const Request& request, double evaluations, double limit, Issues& issues) {
  if (!issues.empty() || evaluations <= limit) return;
  complain(issues, "input", static_cast<double>(request.input.size()), "components",
           "make " + text_of(evaluations) + " evaluations (events × components)" + allowed(limit) +
               "use fewer components or shorten duration",
           at_most(code::too_much_work, limit));
}

std::size_t knot_count(const Request& request) {
  std::size_t count = 0;
  for (const Component& component : request.input) count += knots_of(component);
  return count;
}

/// Whether every method runs every model under every kind of input: then there is nothing to check.
constexpr bool is_full(Methods methods) {
  return methods.exact && methods.euler && methods.rk4;
}
constexpr bool all_go_together = std::all_of(model_methods.begin(), model_methods.end(), is_full) &&
                                 std::all_of(kind_methods.begin(), kind_methods.end(), is_full);

/// The names of every set of methods: the i-th bit of the index is the i-th method.
constexpr std::size_t sets = std::size_t{1} << method_names.size();
struct NameSet {
  std::array<std::string_view, method_names.size()> names;
  std::size_t size = 0;
};
constexpr std::array<NameSet, sets> name_sets = [] {
  std::array<NameSet, sets> out{};
  for (std::size_t set = 0; set < sets; ++set) {
    for (std::size_t i = 0; i < method_names.size(); ++i) {
      if ((set >> i & 1) != 0) out[set].names[out[set].size++] = method_names[i];
    }
  }
  return out;
}();

std::span<const std::string_view> names_of(Methods methods) {
  std::size_t set = 0;
  for (const Method method : all_methods) {
    if (has(methods, method)) set |= std::size_t{1} << static_cast<std::size_t>(method);
  }
  return std::span(name_sets[set].names).first(name_sets[set].size);
}

/// Every number of the lists within its bounds, and not too many of them.
void check_lists(const Request& request, Issues& issues) {
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    const auto [list, values] = list_of(request.input[i]);
    if (list == nullptr) continue;
    const auto& [name, unit, bound] = list->info;
    const std::string path = (indexed("input", i) += ".").append(name);
    if (values->empty()) {
      std::string message = path + " is empty: must hold at least one ";
      (message.append(list->noun) += " in ").append(unit);
      Fault fault = at_least(code::empty, 1);
      add_issue(issues, {path, "", message, fault.code, fault.limits});
    }
    numbers += values->size();
    if (numbers > Limits::samples) {
      constexpr auto most = static_cast<double>(Limits::samples);
      complain(issues, path, static_cast<double>(numbers), "values in all",
               "may be at most " + text_of(most) + ": use fewer values",
               at_most(code::too_many, most));
      return;
    }
    for (std::size_t k = 0; k < values->size(); ++k) {
      const double value = (*values)[k];
      const char* rule = rule_broken(bound, value);
      if (rule == nullptr) continue;
      complain(issues, indexed(path, k), value, unit, rule, out_of(bound));
      break;  // one bad value is enough to say; there may be a million
    }
  }
}

/// The sines of the input within their bounds. Returns their cycles within the run.
double check_cycles(const Request& request, Issues& issues) {
  double cycles = 0;
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    const Component& component = request.input[i];
    const std::size_t faults = issues.size();
    const auto refuse = [&](double frequency, const std::string& rule, double limit) {
      if (issues.size() > faults) return;
      complain(issues, indexed("input", i) + ".frequency", frequency, "Hz", rule,
               at_most(code::too_much_work, limit));
    };
    for_each_oscillation(component, [&]<class Term>(const Term& term) {
      if constexpr (requires { term.frequency; }) {
        const double frequency = term.frequency, per_ms = std::abs(frequency) / 1000;
        const double turned = per_ms * (request.duration - term.origin);
        if (turned > Limits::turns) {
          return refuse(frequency,
                        "has made " + text_of(turned) +
                            " cycles since its start, of which no phase is left" +
                            allowed(Limits::turns) + "lower frequency or let it start later",
                        Limits::turns);
        }
        cycles += per_ms * time_on(component, request.duration);
        if (cycles <= Limits::cycles) return;
        refuse(frequency,
               "makes " + text_of(std::floor(cycles)) + " cycles" + allowed(Limits::cycles) +
                   "lower frequency or shorten duration",
               Limits::cycles);
      }
    });
    if (issues.size() > faults) break;
  }
  return cycles;
}

}  // namespace

Issue method_issue(std::string field, std::string_view name, Method method, Methods can) {
  const std::span<const std::string_view> names = names_of(can);
  const std::string value = quoted(name);
  std::string message = field + " = " + value + ": cannot be run by the method ";
  (message.append(name_of(method)) += "; what can: ") += listed(names);
  return {std::move(field), value, message, code::cannot_run,
          one_of(code::cannot_run, names).limits};
}

void check_method(const Request& request, Issues& issues) {
  if constexpr (all_go_together) return;
  const Method method = request.method;
  const std::size_t model = request.neuron.index();
  if (const Methods can = model_methods[model]; !has(can, method)) {
    add_issue(issues, method_issue("neuron.model", model_names[model], method, can));
  }
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    const std::size_t kind = request.input[i].index();
    const Methods can = kind_methods[kind];
    if (has(can, method)) continue;
    add_issue(issues, method_issue(indexed("input", i) + ".kind", kind_names[kind], method, can));
  }
}

void check_numbers(const Request& request, Issues& issues) {
  if (request.input.size() > Limits::components) {
    constexpr auto most = static_cast<double>(Limits::components);
    complain(issues, "input", static_cast<double>(request.input.size()), "components",
             "may have at most " + text_of(most), at_most(code::too_many, most));
    return;  // what is wrong with each of them would be a list without end
  }
  for_each_number(request, [&](const auto& path, const FieldInfo& info, double value) {
    const char* rule = rule_broken(info.bound, value);
    if (rule != nullptr) complain(issues, path(), value, info.unit, rule, out_of(info.bound));
  });
  check_lists(request, issues);
}

void check_order(const Request& request, Issues& issues) {
  const Firing neuron = firing_of(request.neuron);
  const auto below_theta = [&](const char* field, double value) {
    if (!(value >= neuron.theta)) return;
    Fault fault{code::out_of_order};
    fault.limits.below = neuron.theta;
    complain(issues, field, value, "mV", "must lie below theta = " + text_of(neuron.theta) + " mV",
             fault);
  };
  below_theta("neuron.u_reset", neuron.u_reset);
  below_theta("neuron.u_0", neuron.u_0);
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    const auto [start, stop] = window_of(request.input[i]);
    if (!(start >= stop)) continue;
    Fault fault{code::out_of_order};
    fault.limits.above = start;
    complain(issues, indexed("input", i) + ".stop", stop, "ms",
             "must lie after start = " + text_of(start) + " ms", fault);
  }
}

void check_probes(const Request& request, Issues& issues) {
  for (std::size_t i = 0; i < request.probe.size(); ++i) {
    const double t = request.probe[i];
    if (t >= 0 && t <= request.duration) continue;
    complain(issues, indexed("probe", i), t, "ms",
             "must be a time from 0 to duration = " + text_of(request.duration) + " ms",
             between(code::outside_run, 0, request.duration));
    break;
  }
}

double check_work(const Request& request, Issues& issues) {
  const double steps = request.duration / request.dt;
  if (steps > Limits::steps) {
    complain(issues, "dt", request.dt, "ms",
             "makes " + text_of(std::floor(steps)) + " steps of duration/dt" +
                 allowed(Limits::steps) + "increase dt or shorten duration",
             at_most(code::too_much_work, Limits::steps));
  }
  if (static_cast<double>(request.probe.size()) > Limits::steps) {
    complain(issues, "probe", static_cast<double>(request.probe.size()), "times",
             "may be at most " + text_of(Limits::steps), at_most(code::too_many, Limits::steps));
  }
  const double cycles = check_cycles(request, issues);
  const SpikeBound spikes = spike_bound(request);
  check_spikes(request, spikes.count, Limits::spikes, issues);
  const double resolved = 8 * std::numeric_limits<double>::epsilon() * request.duration;
  if (spikes.count <= Limits::spikes && spikes.isi < resolved) {
    complain(issues, "neuron.t_ref", firing_of(request.neuron).t_ref, "ms",
             "lets spikes follow each other after " + text_of(spikes.isi) +
                 " ms, too close to be told apart at t = " + text_of(request.duration) +
                 " ms: raise t_ref or lower the amplitude",
             at_least(code::too_close, resolved));
  }
  double events = (request.method == Method::exact ? spikes.count : steps) + cycles;
  const double components = static_cast<double>(request.input.size());
  events += 2 * components + static_cast<double>(knot_count(request));
  const double evaluations = events * components;
  check_evaluations(request, evaluations, Limits::evaluations, issues);
  return std::max(events, evaluations);
}

void check_view(const Request& request, double sampled, Issues& issues) {
  const double components = static_cast<double>(request.input.size());
  const std::size_t samples = knot_count(request);
  const double spikes = spike_bound(request).count;
  check_spikes(request, spikes, Limits::view_spikes, issues);
  if (samples > Limits::view_samples) {
    complain(issues, "input", static_cast<double>(samples), "values in all",
             "may be at most " + text_of(static_cast<double>(Limits::view_samples)) +
                 " to be drawn: use fewer values",
             at_most(code::too_many, static_cast<double>(Limits::view_samples)));
  }
  const double events = spikes + sampled + 2 * components + static_cast<double>(samples);
  check_evaluations(request, events * components, Limits::view_evaluations, issues);
}

Issue work_issue(const Request& request) {
  return number_issue("input", static_cast<double>(request.input.size()), "components",
                      "keep u so close to theta for so long that finding the crossings takes too "
                      "many evaluations: shorten duration, or lower amplitudes that nearly cancel",
                      at_most(code::too_much_work, Limits::work));
}

Issues validate(const Request& request) {
  Issues issues;
  check_numbers(request, issues);
  if (request.input.size() <= Limits::components) check_method(request, issues);
  const bool numbers = issues.empty();
  check_order(request, issues);
  check_probes(request, issues);
  if (numbers && issues.empty()) check_work(request, issues);
  return issues;
}

}  // namespace iaf
