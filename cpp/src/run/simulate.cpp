#include <iaf/simulate.hpp>

#include "exact/exact.hpp"
#include "grid/grid.hpp"
#include "model/validate.hpp"
#include "run/methods.hpp"

namespace iaf {

bool run_method(const Request& request, Run& run) {
  if (request.method == Method::exact) return run_exact(request, run);
  run_grid(request, run);
  return true;
}

Issues simulate(const Request& request, Run& run) {
  Issues issues = validate(request);
  if (issues.empty() && !run_method(request, run)) issues = only(work_issue(request));
  if (!issues.empty()) {
    for (auto* values : {&run.t, &run.u, &run.current, &run.spikes, &run.u_at_probe}) {
      values->clear();
    }
  }
  return issues;
}

std::variant<Run, Issues> simulate(const Request& request) {
  Run run;
  if (Issues issues = simulate(request, run); !issues.empty()) return issues;
  return run;
}

}  // namespace iaf
