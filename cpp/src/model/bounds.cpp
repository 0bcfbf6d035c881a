#include "model/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/input.hpp"
#include "numbers/elementary.hpp"

namespace iaf {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The bounds of one term from t = `from` on for `time` ms.
struct StrengthOfTerm {
  double from, time;

  Strength operator()(const term::Constant& constant) const {
    const double peak = std::max(constant.value, 0.0);
    return {peak, peak * time};
  }
  Strength operator()(const term::Line& line) const {
    const double first = line.value + line.slope * (from - line.origin);
    const double last = line.value + line.slope * (from + time - line.origin);
    const double peak = std::max({first, last, 0.0});
    return {peak, std::min(first, last) >= 0 ? (first + last) / 2 * time : peak * time};
  }
  Strength operator()(const term::Wave& wave) const {
    const double size = std::abs(wave.amplitude), period = 1000 / std::abs(wave.frequency);
    return {size, size * std::min(time, (time + period) / pi)};
  }
  Strength operator()(const term::Decay& decay) const {
    const double peak =
        std::max(decay.amplitude, 0.0) * portable_exp(-(from - decay.origin) / decay.tau);
    return {peak, peak * std::min(time, decay.tau)};
  }
};

Strength strength_of(const Component& component, double duration) {
  const double time = time_on(component, duration);
  if (time == 0) return {};
  const StrengthOfTerm of_term{std::max(window_of(component).start, 0.0), time};
  Strength sum;
  on(component, [&]<class Shape>(const Shape& shape) {
    if constexpr (requires { Kind<Shape>::strength(shape, time); }) {
      sum = Kind<Shape>::strength(shape, time);
    } else {
      static_assert(!requires { Kind<Shape>::knots(shape); }, "what has knots bounds itself");
      Kind<Shape>::terms(shape, of_term.from, [&](const auto& term) {
        const Strength part = of_term(term);
        sum.peak += part.peak;
        sum.charge += part.charge;
      });
    }
  });
  return sum;
}

SpikeBound bound_of(const Lif& neuron, const Request& request) {
  const double step = neuron.theta - neuron.u_reset;
  const double tau = tau_m(neuron), duration = request.duration;
  const ConstantInput input = constant_input(request.input);
  double isi, count;
  if (input.is_constant) {
    const double rate = steady_rate(neuron, input.amplitude);
    isi = rate > 0 ? 1000 / rate : infinity;
    count = duration / isi;
  } else {
    // On its way from u_reset to theta u stays at or above u_reset once it has last been there, so
    // the leak helps by no more than u_rest - u_reset.
    const double leak = std::max(neuron.u_rest - neuron.u_reset, 0.0);
    double peak = leak, charge = leak * duration;
    for (const Component& component : request.input) {
      const Strength part = strength_of(component, duration);
      peak += neuron.R * part.peak;
      charge += neuron.R * part.charge;
    }
    isi = neuron.t_ref + tau * (peak > 0 ? step / peak : infinity);
    count = std::min(charge / (tau * step), duration / isi);
  }
  return {count + 1, isi};
}

/// Of a model of which no more is known: it fires at no more than every step of the grid.
SpikeBound bound_of(const auto&, const Request& request) {
  return {request.duration / request.dt + 1, request.dt};
}

}  // namespace

double time_on(const Component& component, double duration) {
  const auto [start, stop] = window_of(component);
  return std::max(0.0, std::min(stop, duration) - std::max(start, 0.0));
}

SpikeBound spike_bound(const Request& request) {
  return on(request.neuron, [&](const auto& neuron) { return bound_of(neuron, request); });
}

}  // namespace iaf
