#include <algorithm>
#include <iaf/firing_rate.hpp>
#include <optional>
#include <utility>

#include "exact/exact.hpp"
#include "model/lif.hpp"
#include "model/on.hpp"
#include "model/request.hpp"
#include "model/validate.hpp"
#include "run/methods.hpp"
#include "sweep/lanes.hpp"

namespace iaf {

namespace {

/// A field that an axis sets.
struct Swept {
  double* value;
  double replaced;  ///< the value of the request without the axis
  const FieldInfo* info;
};

std::optional<Swept> find_field(Request& request, const std::string& path) {
  std::optional<Swept> found;
  for_each_number(request, [&](const auto& name, const FieldInfo& info, double& value) {
    if (name() == path) found = Swept{&value, value, &info};
  });
  return found;
}

std::string value_path(std::size_t axis, std::size_t index) {
  return indexed(indexed("axes", axis) + ".values", index);
}

/// The rate of a request in closed form, Hz; nothing where it has none.
std::optional<double> closed_form_rate(const Request& request) {
  if (request.method != Method::exact) return {};
  const ConstantInput input = constant_input(request.input);
  if (!input.is_constant) return {};
  return on(request.neuron, [&](const auto& neuron) -> std::optional<double> {
    if constexpr (requires { steady_rate(neuron, 0.0); }) {
      return steady_rate(neuron, input.amplitude);
    } else {
      return {};
    }
  });
}

/// Rates in closed form at all values of the axis that sets `field`; false where one has none, is
/// invalid or no `Lif`. Leaves the request at the first value.
bool closed_form_rates(Request& request, double* field, std::span<const double> values,
                       double* rates) {
  const Lif* neuron = std::get_if<Lif>(&request.neuron);
  if (neuron == nullptr || request.method != Method::exact || field == &request.dt ||
      field == &request.duration) {
    return false;
  }
  const ConstantInput input = constant_input(request.input);
  if (!input.is_constant) return false;
  std::size_t place = 0;
  while (place < current_place && field != &(neuron->*Model<Lif>::fields[place].member)) ++place;
  const bool is_current =
      request.input.size() == 1 && field == &std::get_if<Constant>(&request.input[0])->amplitude;
  if (place < current_place || is_current) {
    return steady_rates(*neuron, input.amplitude, place, values, rates);
  }
  std::vector<double> currents(values.size());
  bool all_constant = true;
  for (std::size_t i = 0; i < values.size(); ++i) {
    *field = values[i];
    const ConstantInput here = constant_input(request.input);
    all_constant = all_constant && here.is_constant;
    currents[i] = here.amplitude;
  }
  *field = values.front();
  return all_constant && steady_rates(*neuron, input.amplitude, place, currents, rates);
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
        issue = number_issue(value_path(a, i), axes_[a].values[i], swept_[a].info->unit,
                             issue.message, {issue.code, issue.limits});
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
             "must be one or two, each { field, values }", between(code::out_of_bounds, 1, 2));
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
      add_issue(issues, {path + ".field", field, message, code::no_field, {}});
      continue;
    }
    swept.push_back(*found);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] >= 1 / Limits::magnitude && values[i] <= Limits::magnitude) continue;  // always
      const char* rule = rule_broken(found->info->bound, values[i]);
      if (rule == nullptr) continue;
      complain(issues, value_path(a, i), values[i], found->info->unit, rule,
               out_of(found->info->bound));
      break;
    }
    size *= static_cast<double>(values.size());
    if (size > Limits::sweep) {
      complain(issues, path + ".values", static_cast<double>(values.size()), "values",
               "may make at most 1e6 neurons in all", at_most(code::too_many, Limits::sweep));
      break;
    }
  }
  return issues;
}

/// The rates of a sweep, found point by point.
class Rates {
 public:
  /// `one_grid`: all points have the same dt and duration.
  Rates(Request& request, std::size_t size, bool one_grid)
      : request_(request), rates_(size), one_grid_(one_grid) {}

  /// Those of a row at once, where they have closed forms.
  bool add_row(std::size_t i, double* field, std::span<const double> row) {
    return closed_form_rates(request_, field, row, &rates_[i]);
  }

  /// What is wrong with the request as it stands. Counts its work.
  Issues check() {
    Issues issues;
    check_order(request_, issues);
    if (issues.empty() && !closed_form_rate(request_)) work_ += check_work(request_, issues);
    return issues;
  }
  bool too_much() const { return work_ > Limits::sweep_evaluations; }

  /// Finds the rate of the valid request as it stands; false where its work outgrows the bounds.
  /// Constant inputs on one grid wait for `result`, to run side by side.
  bool add(std::size_t i) {
    if (const auto rate = closed_form_rate(request_)) {
      rates_[i] = *rate;
    } else if (request_.method == Method::exact) {
      const auto spikes = exact_span(request_);
      if (!spikes) return false;
      rates_[i] = firing_rate(spikes->count, spikes->first, spikes->last);
    } else if (!add_lane(i)) {
      run_method(request_, run_);
      rates_[i] = spike_statistics(run_.spikes).rate;
    }
    return true;
  }

  std::vector<double> result() && {
    const std::size_t steps = grid_size(request_) - 1;
    const std::vector<SpikeSpan> spans = run_lanes(request_.method, request_.dt, steps, lanes_);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      rates_[places_[i]] = firing_rate(spans[i].count, spans[i].first, spans[i].last);
    }
    return std::move(rates_);
  }

 private:
  bool add_lane(std::size_t i) {
    const Lif* neuron = std::get_if<Lif>(&request_.neuron);
    const ConstantInput constant = constant_input(request_.input);
    if (neuron == nullptr || !constant.is_constant || !one_grid_) return false;
    lanes_.push_back({*neuron, constant.amplitude});
    places_.push_back(i);
    return true;
  }

  Request& request_;
  std::vector<double> rates_;  ///< Hz
  bool one_grid_;
  double work_ = 0;  ///< evaluations
  std::vector<Lane> lanes_;
  std::vector<std::size_t> places_;  ///< of the lanes in `rates_`
  Run run_;                          ///< of one point after the other
};

}  // namespace

std::variant<std::vector<double>, Issues> firing_rates(const Sweep& sweep) {
  Request request = sweep.request;
  std::vector<Swept> swept;
  Issues issues = find_fields(sweep.axes, request, swept);
  if (!issues.empty()) return issues;
  std::size_t size = 1;
  for (const Axis& axis : sweep.axes) size *= axis.values.size();
  if (size == 0) return std::vector<double>();
  const double* const dt = &request.dt;
  const double* const duration = &request.duration;
  const bool one_grid = std::none_of(swept.begin(), swept.end(), [&](const Swept& field) {
    return field.value == dt || field.value == duration;
  });
  Cursor cursor(sweep.axes, std::move(swept));
  check_numbers(request, issues);
  if (issues.empty()) check_method(request, issues);
  check_probes(request, issues);
  if (!issues.empty()) return issues;
  request.probe.clear();  // of no use to a rate, and perhaps a million

  Rates rates(request, size, one_grid);
  const auto check = [&] { return rates.check(); };
  const std::vector<double>& row = sweep.axes.back().values;
  for (std::size_t i = 0; i < size; ++i, cursor.advance()) {
    if (i % row.size() == 0 && rates.add_row(i, cursor.last_field(), row)) {
      i += row.size() - 1;
      cursor.pass_row();
      continue;
    }
    issues = check();
    if (!issues.empty()) return cursor.named_by_axis(std::move(issues), check);
    if (rates.too_much()) {
      return only(number_issue("axes", static_cast<double>(size), "neurons",
                               "make more than 1e10 evaluations: use fewer values, shorten "
                               "duration or raise dt",
                               at_most(code::too_much_work, Limits::sweep_evaluations)));
    }
    if (!rates.add(i)) return cursor.named_by_axis(only(work_issue(request)), check);
  }
  return std::move(rates).result();
}

}  // namespace iaf
