#include "grid/grid.hpp"
#include "grid/one_step.hpp"

namespace iaf {

std::optional<Run> run_rk4(const Request& request) {
  const Neuron& neuron = request.neuron;
  const double R = neuron.R, u_rest = neuron.u_rest, rate = 1 / tau_m(neuron);
  return run_on_grid(request, [=](double u, double t, double h, double now, const auto& current) {
    return rk4_step(u, u_rest, h * rate, R * now, R * current(t + 0.5 * h), R * current(t + h));
  });
}

}  // namespace iaf
