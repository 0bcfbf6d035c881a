#include <algorithm>

#include "exact/piece.hpp"
#include "exact/sampler.hpp"
#include "model/input.hpp"
#include "numbers/elementary.hpp"

// What is worked out once a run.

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

Plan::Plan(const Request& request)
    : neuron(*std::get_if<Lif>(&request.neuron)),
      tau(tau_m(neuron)),
      rate(1 / tau),
      duration(request.duration),
      input(request.input),
      breaks(breakpoints(request.input, request.duration)) {
  for (const Component& component : input) {
    first_place.push_back(places.size());
    for_each_oscillation(component, [&]<class Term>(const Term& term) {
      if constexpr (requires { term.tau; }) {
        const double ratio = term.tau / tau;
        const Decay decay{term.tau, 1 / term.tau, 1 / tau - 1 / term.tau, ratio > 0.5 && ratio < 2,
                          term.tau / (term.tau - tau)};
        places.push_back(
            index_of(decays, decay, [&](const Decay& d) { return d.tau == decay.tau; }));
      } else {
        const double cycles_per_ms = term.frequency / 1000;
        const double omega = 2 * pi * cycles_per_ms;
        const Wave wave{cycles_per_ms, omega, omega * tau,
                        neuron.R / (1 + omega * tau * (omega * tau))};
        places.push_back(
            index_of(waves, wave, [&](const Wave& w) { return w.cycles_per_ms == cycles_per_ms; }));
      }
    });
  }
  terms = static_cast<double>(1 + decays.size() + waves.size());
}

Sampler::Sampler(const Plan& plan, double step)
    : plan_(plan),
      step_(step),
      leak_(portable_expm1(-step / plan.tau)),
      decay_(1 + leak_),
      ramp_rise_(plan.neuron.R * plan.tau * ramp_response(step / plan.tau)),
      decays_(plan.decays.size()),
      waves_(plan.waves.size()),
      terms_(decays_.size() + waves_.size()) {
  const double R = plan.neuron.R;
  for (std::size_t j = 0; j < decays_.size(); ++j) {
    const Plan::Decay& decay = plan.decays[j];
    const double rise = R * decay_response(plan, decay, step) / plan.tau;
    decays_[j] = {.turn_x = portable_exp(-step / decay.tau),
                  .current_x = 1,
                  .rise_x = rise,
                  .stride_x = portable_exp(-(lanes * step) / decay.tau)};
  }
  for (std::size_t k = 0; k < waves_.size(); ++k) {
    const Plan::Wave& wave = plan.waves[k];
    const auto [sine, cosine] = sine_cosine(wave.cycles_per_ms * step);
    const double half_sine = sine_cosine(0.5 * wave.cycles_per_ms * step).sine;
    const double settled = -2 * half_sine * half_sine - leak_;  // cos - e^(-step/tau_m)
    const auto stride = sine_cosine(wave.cycles_per_ms * (lanes * step));
    waves_[k] = {.turn_x = cosine,
                 .turn_y = sine,
                 .current_y = 1,
                 .rise_x = wave.gain * (sine - wave.omega_tau * settled),
                 .rise_y = wave.gain * (wave.omega_tau * sine + settled),
                 .stride_x = stride.cosine,
                 .stride_y = stride.sine};
  }
}

}  // namespace iaf
