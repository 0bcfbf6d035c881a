#include "grid/grid.hpp"
#include "grid/one_step.hpp"

namespace iaf {

std::optional<Run> run_euler(const Request& request) {
  const Neuron& neuron = request.neuron;
  const double R = neuron.R, u_rest = neuron.u_rest, rate = 1 / tau_m(neuron);
  return run_on_grid(request, [=](double u, double, double h, double now, const auto&) {
    return euler_step(u, u_rest, h * rate, R * now);
  });
}

}  // namespace iaf
