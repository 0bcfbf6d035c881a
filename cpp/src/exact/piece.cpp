#include "exact/piece.hpp"

#include <algorithm>

#include "model/pieces.hpp"
#include "numbers/elementary.hpp"

namespace iaf {
namespace {

template <class Kind, class Same>
std::size_t index_of(std::vector<Kind>& kinds, const Kind& kind, Same same) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), same);
  if (found != kinds.end()) return static_cast<std::size_t>(found - kinds.begin());
  kinds.push_back(kind);
  return kinds.size() - 1;
}

}  // namespace

double ramp_response(double x) {
  if (x > 0.5) return x + portable_expm1(-x);
  double sum = 0;  // Taylor series x²/2 - x³/6 + …; at x = 0.5 the first term left out is 2^-66
  for (int k = 16; k >= 3; --k) sum = (1 - sum) * x / k;
  return (1 - sum) * x * x / 2;
}

double decay_response(const Plan& plan, const Plan::Decay& decay, double s) {
  if (!decay.near_tau_m) {
    return (portable_expm1(-s / decay.tau) - portable_expm1(-s * plan.rate)) / decay.detuning;
  }
  const double x = std::abs(decay.detuning) * s;
  return portable_exp(-s / std::max(decay.tau, plan.tau)) * s *
         (x > 0 ? -portable_expm1(-x) / x : 1);
}

double steady_excess(const Neuron& neuron, double current, double error) {
  const Time drive = product(neuron.R, current);
  const double rest = drive.lo + neuron.R * error;
  const Time potential = Time{drive.hi, rest} + neuron.u_rest;
  if (potential.hi == neuron.theta) return 0;
  return (potential + -neuron.theta).hi;
}

Plan::Plan(const Request& request)
    : neuron(request.neuron),
      tau(tau_m(request.neuron)),
      rate(1 / tau),
      duration(request.duration),
      input(request.input),
      breaks(breakpoints(request.input, request.duration)) {
  for (const Component& component : input) {
    std::size_t index = 0;
    if (component.kind == Kind::exponential) {
      const double ratio = component.tau / tau;
      const Decay decay{component.tau, 1 / component.tau, 1 / tau - 1 / component.tau,
                        ratio > 0.5 && ratio < 2, component.tau / (component.tau - tau)};
      index = index_of(decays, decay, [&](const Decay& d) { return d.tau == decay.tau; });
    } else if (component.kind == Kind::sine) {
      const double cycles_per_ms = component.frequency / 1000;
      const double omega = 2 * pi * cycles_per_ms;
      const Wave wave{cycles_per_ms, omega, omega * tau,
                      neuron.R / (1 + omega * tau * (omega * tau))};
      index =
          index_of(waves, wave, [&](const Wave& w) { return w.cycles_per_ms == cycles_per_ms; });
    }
    kind.push_back(index);
  }
  terms = static_cast<double>(1 + decays.size() + waves.size());
}

void Piece::begin(const Plan& plan, Time from, double end, double u) {
  start = from;
  length = interval(from, end);
  u_start = u;
  slope = 0;
  Time sum;
  for (Decaying& decay : decays) decay.amplitude = 0;
  for (Oscillation& wave : waves) wave.p = wave.q = 0;
  const double inside = from.hi + 0.5 * length;
  for (std::size_t i = 0; i < plan.input.size(); ++i) {
    const Component& component = plan.input[i];
    if (inside < component.start || inside >= component.stop) continue;
    const double since = -interval(from, component.start);
    switch (component.kind) {
      case Kind::constant: sum = sum + component.amplitude; break;
      case Kind::ramp:
        sum = sum + component.amplitude * since;
        slope += component.amplitude;
        break;
      case Kind::sine: {
        Oscillation& wave = waves[plan.kind[i]];
        const double cycles = plan.waves[plan.kind[i]].cycles_per_ms * since;
        const SineCosine phase = sine_cosine(cycles + component.phase / (2 * pi));
        wave.p += component.amplitude * phase.cosine;
        wave.q += component.amplitude * phase.sine;
        break;
      }
      case Kind::exponential:
        decays[plan.kind[i]].amplitude +=
            component.amplitude * portable_exp(-since / component.tau);
        break;
      case Kind::samples:
        if (const auto line = line_around(component, inside)) {
          sum = sum + (line->value - line->slope * interval(from, line->origin));
          slope += line->slope;
        }
        break;
    }
  }
  constant = sum.hi;
  constant_error = sum.lo;
  is_constant = slope == 0;
  for (std::size_t j = 0; j < decays.size(); ++j) {
    Decaying& decay = decays[j];
    is_constant = is_constant && decay.amplitude == 0;
    decay.at_end =
        decay.amplitude < 0 ? decay.amplitude * portable_exp(-length / plan.decays[j].tau) : 0;
  }
  for (std::size_t k = 0; k < waves.size(); ++k) {
    Oscillation& wave = waves[k];
    const auto& [cycles_per_ms, omega, omega_tau, gain] = plan.waves[k];
    is_constant = is_constant && wave.p == 0 && wave.q == 0;
    wave.steady_p = gain * (wave.p + wave.q * omega_tau);
    wave.steady_q = gain * (wave.q - wave.p * omega_tau);
    wave.amplitude = std::sqrt(wave.steady_p * wave.steady_p + wave.steady_q * wave.steady_q);
  }
}

double Piece::rise(const Plan& plan, double s) const {
  const double R = plan.neuron.R;
  const double leak = portable_expm1(-s * plan.rate);
  double sum = -leak * ((plan.neuron.u_rest - u_start) + R * constant);
  if (slope != 0) sum += R * slope * plan.tau * ramp_response(s / plan.tau);
  for (std::size_t j = 0; j < decays.size(); ++j) {
    if (decays[j].amplitude == 0) continue;
    sum += R * decays[j].amplitude * decay_response(plan, plan.decays[j], s) / plan.tau;
  }
  for (std::size_t k = 0; k < waves.size(); ++k) {
    const Oscillation& wave = waves[k];
    const SineCosine half = sine_cosine(0.5 * plan.waves[k].cycles_per_ms * s);
    sum += 2 * half.sine * (wave.steady_p * half.cosine - wave.steady_q * half.sine) -
           wave.steady_q * leak;
  }
  return sum;
}

double Piece::current(const Plan& plan, double s) const {
  double sum = constant + slope * s;
  for (std::size_t j = 0; j < decays.size(); ++j) {
    if (decays[j].amplitude != 0)
      sum += decays[j].amplitude * portable_exp(-s / plan.decays[j].tau);
  }
  for (std::size_t k = 0; k < waves.size(); ++k) {
    const SineCosine phase = sine_cosine(plan.waves[k].cycles_per_ms * s);
    sum += waves[k].p * phase.sine + waves[k].q * phase.cosine;
  }
  return sum;
}

}  // namespace iaf
