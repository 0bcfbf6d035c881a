#include "model/lif.hpp"

#include <cstdint>

namespace iaf {

double steady_potential(const Lif& neuron, double current) {
  return neuron.u_rest + neuron.R * current;
}

double rheobase(const Lif& neuron) {
  return (neuron.theta - neuron.u_rest) / neuron.R;
}

double steady_rate(const Lif& neuron, double current) {
  const double excess = excess_over_theta(neuron.R, neuron.u_rest, neuron.theta, current);
  return rate_at<double, std::uint64_t>(excess, tau_m(neuron), neuron.theta - neuron.u_reset,
                                        neuron.t_ref);
}

}  // namespace iaf
