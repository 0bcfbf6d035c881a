#include <iaf/firing_rate.hpp>

#include <algorithm>
#include <optional>

#include "fields.hpp"
#include "issue.hpp"
#include "lanes.hpp"
#include "methods.hpp"
#include "steady.hpp"
#include "validate.hpp"

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
  Bound bound;
  std::string_view unit;
};

std::optional<Swept> find_field(Request& request, const std::string& path) {
  std::optional<Swept> found;
  for_each_field(request, [&](const auto& name, const auto& field, double& value) {
    if (name() == path) found = Swept{&value, field.bound, field.unit};
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
  Cursor(const Sweep& sweep, std::vector<Swept> swept)
      : axes_(sweep.axes), swept_(std::move(swept)), index_(swept_.size()) {
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

  /// Issues of the request as issues of the axis values behind them; of the last axis where the
  /// fault lies between fields.
  Issues named_by_axis(Issues issues) const {
    for (Issue& issue : issues) {
      std::size_t a = 0;
      while (a + 1 < swept_.size() && issue.field != axes_[a].field) ++a;
      issue.field = value_path(a, index_[a]);
      issue.message = issue.field + ": " + issue.message;
    }
    return issues;
  }

 private:
  const std::vector<Axis>& axes_;
  std::vector<Swept> swept_;
  std::vector<std::size_t> index_;
};

Issues check_axes(const Sweep& sweep, const std::vector<std::optional<Swept>>& swept) {
  Issues issues;
  if (sweep.axes.empty() || sweep.axes.size() > 2) {
    issues.push_back(number_issue("axes", static_cast<double>(sweep.axes.size()), "axes",
                                  "must be one or two, each { field, values }"));
  }
  double size = 1;
  for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
    const auto& [field, values] = sweep.axes[a];
    const std::string path = indexed("axes", a);
    if (!swept[a]) {
      std::string message = path + ".field = \"";
      message.append(field).append(
          "\": must name a numeric field of the request, such as \"neuron.theta\" or "
          "\"input[0].amplitude\"");
      issues.push_back({path + ".field", field, message});
      continue;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] >= 1 / Limits::magnitude && values[i] <= Limits::magnitude) continue;  // always
      const char* rule = rule_broken(swept[a]->bound, values[i]);
      if (rule == nullptr) continue;
      issues.push_back(number_issue(value_path(a, i), values[i], swept[a]->unit, rule));
      break;
    }
    size *= static_cast<double>(values.size());
    if (size > Limits::sweep) {
      issues.push_back(number_issue(path + ".values", static_cast<double>(values.size()), "values",
                                    "may make at most 1e6 neurons in all"));
      break;
    }
  }
  return issues;
}

double rate_of(const SpikeSpan& spikes) {
  if (spikes.count < 2) return 0;
  return 1000 * static_cast<double>(spikes.count - 1) / (spikes.last - spikes.first);
}

SpikeSpan span_of(const std::vector<double>& spikes) {
  if (spikes.empty()) return {};
  return {spikes.size(), spikes.front(), spikes.back()};
}

}  // namespace

std::variant<std::vector<double>, Issues> firing_rates(const Sweep& sweep) {
  Request request = sweep.request;
  std::vector<std::optional<Swept>> found;
  for (const Axis& axis : sweep.axes) found.push_back(find_field(request, axis.field));
  Issues issues = check_axes(sweep, found);
  if (!issues.empty()) return issues;
  std::vector<Swept> swept;
  std::size_t size = 1;
  for (std::size_t a = 0; a < found.size(); ++a) {
    swept.push_back(*found[a]);
    size *= sweep.axes[a].values.size();
  }
  std::vector<double> rates(size);
  if (size == 0) return rates;
  const double* const dt = &request.dt;
  const double* const duration = &request.duration;
  const bool one_grid = std::none_of(swept.begin(), swept.end(), [&](const Swept& field) {
    return field.value == dt || field.value == duration;
  });
  Cursor cursor(sweep, std::move(swept));
  check_numbers(request, issues);
  if (!issues.empty()) return issues;

  std::vector<Lane> lanes;  // constant inputs on one grid run side by side, when all are known
  std::vector<std::size_t> places;
  double work = 0;
  const std::vector<double>& row = sweep.axes.back().values;
  for (std::size_t i = 0; i < size; ++i, cursor.advance()) {
    check_order(request, issues);
    if (i % row.size() == 0 && issues.empty() &&
        closed_form_rates(request, cursor.last_field(), row, &rates[i])) {
      i += row.size() - 1;
      cursor.pass_row();
      continue;
    }
    const ConstantInput constant = constant_input(request.input);
    const bool closed_form = constant.is_constant && request.method == Method::exact;
    if (issues.empty() && !closed_form) work += check_work(request, issues);
    if (!issues.empty()) return cursor.named_by_axis(std::move(issues));
    if (work > Limits::sweep_evaluations) {
      return Issues{number_issue("axes", static_cast<double>(size), "neurons",
                                 "make more than 1e10 evaluations: use fewer values, shorten "
                                 "duration or raise dt")};
    }
    if (closed_form) {
      rates[i] = steady_rate(request.neuron, constant.amplitude);
    } else if (request.method == Method::exact) {
      const auto spikes = exact_span(request);
      if (!spikes) return Issues{work_issue(request)};
      rates[i] = rate_of(*spikes);
    } else if (constant.is_constant && one_grid) {
      lanes.push_back({request.neuron, constant.amplitude});
      places.push_back(i);
    } else {
      rates[i] = rate_of(span_of(run_method(request)->spikes));
    }
  }
  const std::size_t steps = grid_size(request) - 1;
  const std::vector<SpikeSpan> spans = run_lanes(request.method, request.dt, steps, lanes);
  for (std::size_t i = 0; i < places.size(); ++i) rates[places[i]] = rate_of(spans[i]);
  return rates;
}

}  // namespace iaf
