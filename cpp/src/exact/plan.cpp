#include <algorithm>

#include "exact/piece.hpp"
#include "model/input.hpp"
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

}  // namespace iaf
