#include "lanes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "one_step.hpp"
#include "pair.hpp"

namespace iaf {
namespace {

using Mask = decltype(Pair{} >= Pair{});
constexpr std::size_t pairs = 8;  // enough to hide the latency of a step
constexpr std::size_t width = 2 * pairs;
using Row = std::array<Pair, pairs>;

struct Block {
  Row u, u_rest, u_reset, theta, x, drive;
  Row held_until{}, refractory_steps{};
};

double& at(Row& row, std::size_t lane) {
  return reinterpret_cast<double*>(&row)[lane];
}

template <bool refractory, class Step>
void run_block(Block& block, double dt, std::size_t steps, std::span<SpikeSpan> spans, Step step) {
  for (std::size_t i = 1; i <= steps; ++i) {
    const auto now = static_cast<double>(i);
    Mask fired{};
    for (std::size_t p = 0; p < pairs; ++p) {
      Pair u = step(block.u[p], block.u_rest[p], block.x[p], block.drive[p]);
      if constexpr (refractory) u = Pair{} + now > block.held_until[p] ? u : block.u[p];
      block.u[p] = u;
      fired |= u >= block.theta[p];
    }
    if ((fired[0] | fired[1]) == 0) continue;
    for (std::size_t l = 0; l < spans.size(); ++l) {
      if (at(block.u, l) < at(block.theta, l)) continue;
      at(block.u, l) = at(block.u_reset, l);
      at(block.held_until, l) = now + at(block.refractory_steps, l);
      SpikeSpan& span = spans[l];
      span.last = now * dt;
      if (span.count++ == 0) span.first = span.last;
    }
  }
}

}  // namespace

std::vector<SpikeSpan> run_lanes(Method method, double dt, std::size_t steps,
                                 std::span<const Lane> lanes) {
  std::vector<SpikeSpan> spans(lanes.size());
  for (std::size_t first = 0; first < lanes.size(); first += width) {
    const std::size_t used = std::min(width, lanes.size() - first);
    Block block;
    bool refractory = false;
    for (std::size_t l = 0; l < width; ++l) {
      // A block that is not full is filled with copies that never fire.
      const auto& [neuron, current] = lanes[first + std::min(l, used - 1)];
      at(block.u, l) = neuron.u_0;
      at(block.u_rest, l) = neuron.u_rest;
      at(block.u_reset, l) = neuron.u_reset;
      at(block.theta, l) = l < used ? neuron.theta : std::numeric_limits<double>::infinity();
      at(block.x, l) = dt * (1 / tau_m(neuron));
      at(block.drive, l) = neuron.R * current;
      at(block.refractory_steps, l) = refractory_steps(neuron, dt);
      refractory = refractory || neuron.t_ref > 0;
    }
    const std::span<SpikeSpan> mine = std::span(spans).subspan(first, used);
    const auto run = [&](auto step) {
      if (refractory) {
        run_block<true>(block, dt, steps, mine, step);
      } else {
        run_block<false>(block, dt, steps, mine, step);
      }
    };
    if (method == Method::euler) {
      run([](Pair u, Pair u_rest, Pair x, Pair drive) { return euler_step(u, u_rest, x, drive); });
    } else {
      run([](Pair u, Pair u_rest, Pair x, Pair drive) {
        return rk4_step(u, u_rest, x, drive, drive, drive);
      });
    }
  }
  return spans;
}

}  // namespace iaf
