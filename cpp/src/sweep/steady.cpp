#include "sweep/steady.hpp"

#include <algorithm>
#include <array>

#include "model/lif.hpp"

namespace iaf {

bool steady_rates(const Lane& lane, std::size_t place, std::span<const double> values,
                  double* rates) {
  std::array<Pair, current_place + 1> numbers;
  for (std::size_t k = 0; k < current_place; ++k) {
    numbers[k] = Pair{} + lane.neuron.*Model<Lif>::fields[k].member;
  }
  numbers[current_place] = Pair{} + lane.current;
  const auto& [R, C, u_rest, u_reset, theta, u_0, t_ref, current] = numbers;
  auto out_of_order = Pair{} > Pair{};
  for (std::size_t i = 0; i < values.size(); i += 2) {
    const std::size_t next = std::min(i + 1, values.size() - 1);
    numbers[place] = Pair{values[i], values[next]};
    out_of_order |= (u_reset >= theta) | (u_0 >= theta);
    const Pair excess = excess_over_theta(R, u_rest, theta, current);
    const Pair fired = rate_at<Pair, PairBits>(excess, R * C, theta - u_reset, t_ref);
    rates[i] = fired[0];
    rates[next] = fired[1];
  }
  return (out_of_order[0] | out_of_order[1]) == 0;
}

}  // namespace iaf
