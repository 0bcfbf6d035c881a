#include <iaf/firing_rate.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include "model/fields.hpp"
#include "model/issue.hpp"
#include "model/validate.hpp"
#include "run/methods.hpp"
#include "sweep/lanes.hpp"
#include "sweep/steady.hpp"

namespace iaf {

double steady_potential(const Neuron& neuron, double current) {
  return neuron.u_rest + neuron.R * current;
}

double rheobase(const Neuron& neuron) {
  return (neuron.theta - neuron.u_rest) / neuron.R;
}

double steady_rate(const Neuron& neuron, double current) {
  double rate;
  steady_rates({neuron, current}, current_place, {&current, 1}, &rate);
  return rate;
}

namespace {

/// A field that an axis sets.
struct Swept {
  double* value;
  double replaced;  ///< the value of the request without the axis
  Bound bound;
  std::string_view unit;
};

std::optional<Swept> find_field(Request& request, const std::string& path) {
  std::optional<Swept> found;
  for_each_field(request, [&](const auto& name, const auto& field, double& value) {
    if (name() == path) found = Swept{&value, value, field.bound, field.unit};
  });
  return found;
}

std::string value_path(std::size_t axis, std::size_t index) {
  return indexed(indexed("axes", axis) + ".values", index);
}

/// Rates in closed form at all values of the axis that sets `field`; false where one has none or is
/// invalid. Leaves the request at the first value.
bool closed_form_rates(Request& request, double* field, std::span<const double> values,
                       double* rates) {
  if (request.method != Method::exact || field == &request.dt || field == &request.duration) {
    return false;
  }
  const ConstantInput input = constant_input(request.input);
  if (!input.is_constant) return false;
  const Lane lane{request.neuron, input.amplitude};
  std::size_t place = 0;
  while (place < current_place && field != &(request.neuron.*neuron_fields[place].member)) ++place;
  const bool is_current = request.input.size() == 1 && field == &request.input[0].amplitude;
  if (place < current_place || is_current) return steady_rates(lane, place, values, rates);
  std::vector<double> currents(values.size());
  bool all_constant = true;
  for (std::size_t i = 0; i < values.size(); ++i) {
    *field = values[i];
    const ConstantInput here = constant_input(request.input);
    all_constant = all_constant && here.is_constant;
    currents[i] = here.amplitude;
  }
  *field = values.front();
  return all_constant && steady_rates(lane, place, currents, rates);
}

/// The axes of a sweep tied to the request they change, and the point they stand at: at first the
/// first.
class Cursor {
 public:
  Cursor(const std::vector<Axis>& axes, std::vector<Swept> swept)
      : axes_(axes), swept_(std::move(swept)), index_(swept_.size()) {
    for (std::size_t a = 0; a < swept_.size(); ++a) *swept_[a].value = axes_[a].values.front();
  }

  double* last_field() const { return swept_.back().value; }

  /// Passes over the rest of a row, the values of the last axis.
  void pass_row() { index_.back() = axes_.back().values.size() - 1; }

  /// Sets the request to the next point, row-major.
  void advance() {
    for (std::size_t a = swept_.size(); a-- > 0;) {
      const std::vector<double>& values = axes_[a].values;
      const bool carry = ++index_[a] == values.size();
      if (carry) index_[a] = 0;
      *swept_[a].value = values[index_[a]];
      if (!carry) return;
    }
  }

  /// The issues of the request at the first point that has any as issues of the axis values behind
  /// them. `check()` says what is wrong with the request; what was so without the axes stays an
  /// issue of its own field.
  template <class Check>
  Issues named_by_axis(Issues issues, Check check) const {
    for (Issue& issue : issues) {
      for (std::size_t a = swept_.size(); a-- > 0;) {
        // With the first value of an axis that has moved on nothing was wrong.
        if (issue.field != axes_[a].field && index_[a] == 0 && !is_cause(a, issue.field, check)) {
          continue;
        }
        const std::size_t i = index_[a];
        issue = number_issue(value_path(a, i), axes_[a].values[i], swept_[a].unit, issue.message);
        break;
      }
    }
    return issues;
  }

 private:
  /// Whether a fault goes with the value an axis sets: is not there with the one it replaced.
  template <class Check>
  bool is_cause(std::size_t a, const std::string& fault, Check check) const {
    const double present = std::exchange(*swept_[a].value, swept_[a].replaced);
    const Issues issues = check();
    *swept_[a].value = present;
    return std::none_of(issues.begin(), issues.end(),
                        [&](const Issue& issue) { return issue.field == fault; });
  }

  const std::vector<Axis>& axes_;
  std::vector<Swept> swept_;
  std::vector<std::size_t> index_;
};

/// Adds the fields that the axes set to `swept`; says what is wrong with the axes.
Issues find_fields(const std::vector<Axis>& axes, Request& request, std::vector<Swept>& swept) {
  Issues issues;
  if (axes.empty() || axes.size() > 2) {
    complain(issues, "axes", static_cast<double>(axes.size()), "axes",
             "must be one or two, each { field, values }");
    return issues;
  }
  double size = 1;
  for (std::size_t a = 0; a < axes.size(); ++a) {
    const auto& [field, values] = axes[a];
    const std::string path = indexed("axes", a);
    const std::optional<Swept> found = find_field(request, field);
    if (!found || (a > 0 && field == axes[0].field)) {
      std::string message = path + ".field = \"";
      message.append(field).append(
          "\": must name a numeric field of the request, such as \"neuron.theta\" or "
          "\"input[0].amplitude\", and each axis another");
      add_issue(issues, {path + ".field", field, message});
      continue;
    }
    swept.push_back(*found);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] >= 1 / Limits::magnitude && values[i] <= Limits::magnitude) continue;  // always
      const char* rule = rule_broken(found->bound, values[i]);
      if (rule == nullptr) continue;
      complain(issues, value_path(a, i), values[i], found->unit, rule);
      break;
    }
    size *= static_cast<double>(values.size());
    if (size > Limits::sweep) {
      complain(issues, path + ".values", static_cast<double>(values.size()), "values",
               "may make at most 1e6 neurons in all");
      break;
    }
  }
  return issues;
}

}  // namespace

std::variant<std::vector<double>, Issues> firing_rates(const Sweep& sweep) {
  Request request = sweep.request;
  std::vector<Swept> swept;
  Issues issues = find_fields(sweep.axes, request, swept);
  if (!issues.empty()) return issues;
  std::size_t size = 1;
  for (const Axis& axis : sweep.axes) size *= axis.values.size();
  std::vector<double> rates(size);
  if (size == 0) return rates;
  const double* const dt = &request.dt;
  const double* const duration = &request.duration;
  const bool one_grid = std::none_of(swept.begin(), swept.end(), [&](const Swept& field) {
    return field.value == dt || field.value == duration;
  });
  Cursor cursor(sweep.axes, std::move(swept));
  check_numbers(request, issues);
  check_probes(request, issues);
  if (!issues.empty()) return issues;
  request.probe.clear();  // of no use to a rate, and perhaps a million
  double work = 0;
  const auto closed_form = [&] {
    return request.method == Method::exact && constant_input(request.input).is_constant;
  };
  const auto check = [&] {
    Issues found;
    check_order(request, found);
    if (found.empty() && !closed_form()) work += check_work(request, found);
    return found;
  };

  std::vector<Lane> lanes;  // constant inputs on one grid run side by side, when all are known
  std::vector<std::size_t> places;
  const std::vector<double>& row = sweep.axes.back().values;
  for (std::size_t i = 0; i < size; ++i, cursor.advance()) {
    if (i % row.size() == 0 && closed_form_rates(request, cursor.last_field(), row, &rates[i])) {
      i += row.size() - 1;
      cursor.pass_row();
      continue;
    }
    issues = check();
    if (!issues.empty()) return cursor.named_by_axis(std::move(issues), check);
    if (work > Limits::sweep_evaluations) {
      return Issues{number_issue("axes", static_cast<double>(size), "neurons",
                                 "make more than 1e10 evaluations: use fewer values, shorten "
                                 "duration or raise dt")};
    }
    const ConstantInput constant = constant_input(request.input);
    if (closed_form()) {
      rates[i] = steady_rate(request.neuron, constant.amplitude);
    } else if (request.method == Method::exact) {
      const auto spikes = exact_span(request);
      if (!spikes) return cursor.named_by_axis({work_issue(request)}, check);
      rates[i] = firing_rate(spikes->count, spikes->first, spikes->last);
    } else if (constant.is_constant && one_grid) {
      lanes.push_back({request.neuron, constant.amplitude});
      places.push_back(i);
    } else {
      rates[i] = spike_statistics(run_method(request)->spikes).rate;
    }
  }
  const std::size_t steps = grid_size(request) - 1;
  const std::vector<SpikeSpan> spans = run_lanes(request.method, request.dt, steps, lanes);
  for (std::size_t i = 0; i < places.size(); ++i) {
    rates[places[i]] = firing_rate(spans[i].count, spans[i].first, spans[i].last);
  }
  return rates;
}

}  // namespace iaf
