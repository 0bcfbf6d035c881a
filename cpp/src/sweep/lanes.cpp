#include "sweep/lanes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "grid/grid.hpp"
#include "grid/step.hpp"
#include "numbers/elementary.hpp"

namespace iaf {
namespace {

using Mask = decltype(Pair{} >= Pair{});
constexpr std::size_t pairs = 8;  // enough to hide the latency of a step
constexpr std::size_t width = 2 * pairs;
using Row = std::array<Pair, pairs>;
constexpr double never = std::numeric_limits<double>::infinity();

struct Block {
  Row u, u_rest, u_reset, theta, x, drive;
  Row held_until{}, refractory_steps{};
};

double& at(Row& row, std::size_t lane) {
  return reinterpret_cast<double*>(&row)[lane];
}

/// What Model<Lif> calls pull, with R·I known.
auto pull_towards(Pair u_rest) {
  return [u_rest](Pair u, Pair drive) { return (u_rest - u) + drive; };
}

/// Lets a lane stand still, and never fire.
void idle(Block& block, std::size_t lane) {
  at(block.x, lane) = 0;
  at(block.theta, lane) = never;
}

/// The first two steps that a lane fires at. Each spike leaves the same state under the same
/// current, so from there on all repeats, to the last bit.
struct Onset {
  std::size_t count = 0, first = 0, second = 0;
};

SpikeSpan span_of(const Onset& onset, std::size_t steps, double dt) {
  SpikeSpan span{onset.count, static_cast<double>(onset.first) * dt, 0};
  std::size_t last = onset.first;
  if (onset.count == 2) {
    const std::size_t period = onset.second - onset.first, periods = (steps - last) / period;
    span.count = periods + 1;
    last += periods * period;
  }
  span.last = static_cast<double>(last) * dt;
  return span;
}

/// Whether rounding leaves no doubt that a lane never fires: steps no longer than tau_m (x <= 1)
/// take u towards its steady state and, but for some 50 roundings, not past it.
bool stays_below(const Lane& lane, double x) {
  const auto& [neuron, current] = lane;
  const double drive = neuron.R * current;
  const double size = std::abs(neuron.u_rest) + std::abs(drive) + std::abs(neuron.u_0);
  return x <= 1 && neuron.u_rest + drive + 1e-12 * size < neuron.theta;
}

/// Runs until every lane that is not idle has fired twice.
template <bool refractory, class Step>
void run_block(Block& block, std::size_t steps, std::span<Onset> onsets, Step step) {
  std::size_t running = 0;
  for (std::size_t l = 0; l < onsets.size(); ++l) running += at(block.theta, l) < never;
  for (std::size_t i = 1; i <= steps && running > 0; ++i) {
    const auto now = static_cast<double>(i);
    Mask fired{};
    for (std::size_t p = 0; p < pairs; ++p) {
      Pair u = step(block.u[p], block.u_rest[p], block.x[p], block.drive[p]);
      if constexpr (refractory) u = Pair{} + now > block.held_until[p] ? u : block.u[p];
      block.u[p] = u;
      fired |= u >= block.theta[p];
    }
    if ((fired[0] | fired[1]) == 0) continue;
    for (std::size_t l = 0; l < onsets.size(); ++l) {
      if (!(at(block.u, l) >= at(block.theta, l))) continue;
      at(block.u, l) = at(block.u_reset, l);
      at(block.held_until, l) = now + at(block.refractory_steps, l);
      Onset& onset = onsets[l];
      if (onset.count++ == 0) {
        onset.first = i;
      } else {
        onset.second = i;
        idle(block, l);
        --running;
      }
    }
  }
}

}  // namespace

std::vector<SpikeSpan> run_lanes(Method method, double dt, std::size_t steps,
                                 std::span<const Lane> lanes) {
  std::vector<SpikeSpan> spans;
  spans.reserve(lanes.size());
  for (std::size_t first = 0; first < lanes.size(); first += width) {
    const std::size_t used = std::min(width, lanes.size() - first);
    Block block;
    bool refractory = false;
    for (std::size_t l = 0; l < width; ++l) {
      // A block that is not full is filled with idle copies.
      const Lane& lane = lanes[first + std::min(l, used - 1)];
      const Lif& neuron = lane.neuron;
      const double x = dt * (1 / tau_m(neuron));
      at(block.u, l) = neuron.u_0;
      at(block.u_rest, l) = neuron.u_rest;
      at(block.u_reset, l) = neuron.u_reset;
      at(block.theta, l) = neuron.theta;
      at(block.x, l) = x;
      at(block.drive, l) = neuron.R * lane.current;
      at(block.refractory_steps, l) = refractory_steps(neuron.t_ref, dt);
      refractory = refractory || neuron.t_ref > 0;
      if (l >= used || stays_below(lane, x)) idle(block, l);
    }
    std::array<Onset, width> onsets;
    const auto run = [&](auto step) {
      if (refractory) {
        run_block<true>(block, steps, std::span(onsets).first(used), step);
      } else {
        run_block<false>(block, steps, std::span(onsets).first(used), step);
      }
    };
    if (method == Method::euler) {
      run([](Pair u, Pair u_rest, Pair x, Pair drive) {
        return euler_step(u, x, drive, pull_towards(u_rest));
      });
    } else {
      run([](Pair u, Pair u_rest, Pair x, Pair drive) {
        return rk4_step(u, x, drive, drive, drive, pull_towards(u_rest));
      });
    }
    for (std::size_t l = 0; l < used; ++l) spans.push_back(span_of(onsets[l], steps, dt));
  }
  return spans;
}

}  // namespace iaf
