#include <cmath>
#include <iaf/firing_rate.hpp>
#include <iaf/spike_statistics.hpp>
#include <limits>

#include "fields.hpp"
#include "issue.hpp"
#include "piece.hpp"

namespace iaf {

double steady_potential(const Neuron& neuron, double current) {
  return neuron.u_rest + neuron.R * current;
}

double rheobase(const Neuron& neuron) {
  return (neuron.theta - neuron.u_rest) / neuron.R;
}

double steady_rate(const Neuron& neuron, double current) {
  const double excess = steady_excess(neuron, current, 0);
  if (excess <= 0) return 0;
  const double rise = std::log1p((neuron.theta - neuron.u_reset) / excess);
  return 1000 / (neuron.t_ref + tau_m(neuron) * rise);
}

namespace {

double firing_rate(const Request& request) {
  if (request.method == Method::exact) {
    const ConstantInput input = constant_input(request.input);
    if (input.is_constant) return steady_rate(request.neuron, input.amplitude);
    return spike_statistics(exact_spikes(request)).rate;
  }
  return spike_statistics(std::get<Run>(simulate(request)).spikes).rate;
}

double* find_field(Request& request, const std::string& path) {
  double* found = nullptr;
  for_each_field(request, [&](const auto& name, const auto&, double& value) {
    if (name() == path) found = &value;
  });
  return found;
}

}  // namespace

std::variant<std::vector<double>, Issues> firing_rates(const Sweep& sweep) {
  Request request = sweep.request;
  std::vector<double*> fields;
  Issues issues;
  if (sweep.axes.empty() || sweep.axes.size() > 2) {
    issues.push_back(number_issue("axes", static_cast<double>(sweep.axes.size()), "axes",
                                  "must be one or two, each { field, values }"));
  }
  std::size_t size = 1;
  for (std::size_t i = 0; i < sweep.axes.size(); ++i) {
    const Axis& axis = sweep.axes[i];
    const std::string path = "axes[" + std::to_string(i) + "]";
    double* field = find_field(request, axis.field);
    if (field == nullptr) {
      issues.push_back({path + ".field", axis.field,
                        path + ".field = \"" + axis.field +
                            "\": must name a numeric field of the request, such as "
                            "\"neuron.theta\" or \"input[0].amplitude\""});
    }
    fields.push_back(field);
    size *= axis.values.size();
    if (axis.values.size() > 1'000'000 || size > 1'000'000) {
      issues.push_back(number_issue(path + ".values", static_cast<double>(axis.values.size()),
                                    "values", "may make at most 1000000 neurons in all"));
      size = 1;
    }
  }
  if (!issues.empty()) return issues;

  std::vector<double> rates(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<std::size_t> index(fields.size());
    for (std::size_t a = fields.size(), rest = i; a-- > 0;) {
      const std::vector<double>& values = sweep.axes[a].values;
      index[a] = rest % values.size();
      rest /= values.size();
      *fields[a] = values[index[a]];
    }
    issues = validate(request);
    for (Issue& issue : issues) {
      // What an axis set is named as such; the last one where the fault lies between fields.
      std::size_t a = 0;
      while (a + 1 < fields.size() && issue.field != sweep.axes[a].field) ++a;
      issue.field = "axes[" + std::to_string(a) + "].values[" + std::to_string(index[a]) + "]";
      issue.message = issue.field + ": " + issue.message;
    }
    if (!issues.empty()) return issues;
    rates[i] = firing_rate(request);
  }
  return rates;
}

}  // namespace iaf
