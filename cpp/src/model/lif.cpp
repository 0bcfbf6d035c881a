#include "model/lif.hpp"

#include <algorithm>
#include <array>

#include "numbers/elementary.hpp"

namespace iaf {
namespace {

/// `steady_excess` of two neurons. Where the last difference cancels it is exact.
Pair excess_over_theta(Pair R, Pair u_rest, Pair theta, Pair current) {
  const BasicTime<Pair> potential = product(R, current) + u_rest;
  return potential.hi == theta ? Pair{} : (potential.hi - theta) + potential.lo;
}

}  // namespace

bool steady_rates(const Lif& neuron, double current, std::size_t place,
                  std::span<const double> values, double* rates) {
  std::array<Pair, current_place + 1> numbers;
  for (std::size_t k = 0; k < current_place; ++k) {
    numbers[k] = Pair{} + neuron.*Model<Lif>::fields[k].member;
  }
  numbers[current_place] = Pair{} + current;
  const auto& [R, C, u_rest, u_reset, theta, u_0, t_ref, I] = numbers;
  auto out_of_order = Pair{} > Pair{};
  for (std::size_t i = 0; i < values.size(); i += 2) {
    const std::size_t next = std::min(i + 1, values.size() - 1);
    numbers[place] = Pair{values[i], values[next]};
    out_of_order |= (u_reset >= theta) | (u_0 >= theta);
    const Pair excess = excess_over_theta(R, u_rest, theta, I);
    const Pair rise = portable_log1p<Pair, PairBits>((theta - u_reset) / excess);
    const Pair rate = 1000 / (t_ref + R * C * rise);
    const Pair fired = excess > 0 ? rate : Pair{};
    rates[i] = fired[0];
    rates[next] = fired[1];
  }
  return (out_of_order[0] | out_of_order[1]) == 0;
}

double steady_potential(const Lif& neuron, double current) {
  return neuron.u_rest + neuron.R * current;
}

double rheobase(const Lif& neuron) {
  return (neuron.theta - neuron.u_rest) / neuron.R;
}

double steady_rate(const Lif& neuron, double current) {
  double rate;
  steady_rates(neuron, current, current_place, {&current, 1}, &rate);
  return rate;
}

}  // namespace iaf
