// The first spike of a constant current, against its closed form.

#include <cmath>
#include <cstdio>
#include <iaf/simulate.hpp>

int main() {
  const double amplitude = 2;
  const iaf::Lif neuron{.R = 10, .C = 1, .u_rest = -65, .u_reset = -70, .theta = -50, .u_0 = -65};
  const auto outcome = iaf::simulate({
      .neuron = neuron,
      .input = {iaf::Constant{.amplitude = amplitude}, iaf::Sine{.amplitude = 0, .frequency = 40}},
  });
  const auto* run = std::get_if<iaf::Run>(&outcome);
  if (run == nullptr || run->spikes.empty()) {
    std::puts("no spike");
    return 1;
  }
  const double u_infinity = neuron.u_rest + neuron.R * amplitude;
  const double expected =
      iaf::tau_m(neuron) * std::log((u_infinity - neuron.u_0) / (u_infinity - neuron.theta));
  std::printf("first spike at %.15g ms, expected at %.15g ms\n", run->spikes[0], expected);
  return std::abs(run->spikes[0] - expected) < 1e-12 ? 0 : 1;
}
