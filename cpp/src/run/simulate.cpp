#include <iaf/simulate.hpp>

#include "model/validate.hpp"
#include "numbers/time.hpp"
#include "run/methods.hpp"

namespace iaf {

ConstantInput constant_input(const Input& input) {
  Time sum;
  for (const Component& component : input) {
    if (component.kind != Kind::constant || component.start > 0 ||
        component.stop < std::numeric_limits<double>::infinity()) {
      return {};
    }
    sum = sum + component.amplitude;
  }
  return {true, sum.hi};
}

std::optional<Run> run_method(const Request& request) {
  switch (request.method) {
    case Method::euler: return run_euler(request);
    case Method::rk4: return run_rk4(request);
    case Method::exact: break;
  }
  return run_exact(request);
}

std::variant<Run, Issues> simulate(const Request& request) {
  if (Issues issues = validate(request); !issues.empty()) return issues;
  auto run = run_method(request);
  if (!run) return Issues{work_issue(request)};
  return *std::move(run);
}

}  // namespace iaf
