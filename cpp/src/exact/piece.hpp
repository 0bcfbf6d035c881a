#pragma once

#include <cmath>
#include <iaf/request.hpp>
#include <vector>

#include "numbers/time.hpp"

// The closed form of u on one smooth piece, for the exact method.
//
// With s the time since the start of the piece, the input there is
//     I(s) = constant + slope·s + Σ a_j e^(-s/tau_j) + Σ (p_k sin ω_k s + q_k cos ω_k s)
// and u(s) follows from tau_m du/ds = u_rest - u + R I(s). All is kept relative to u at the start,
// with expm1, so that short intervals keep all their digits.

namespace iaf {

/// What stays the same from piece to piece of a run of a `Lif`.
struct Plan {
  explicit Plan(const Request& request);

  /// A time constant that occurs among the exponentials.
  struct Decay {
    double tau;          ///< ms
    double rate;         ///< 1/tau, 1/ms
    double detuning;     ///< 1/tau_m - 1/tau, 1/ms
    bool near_tau_m;     ///< within a factor of 2: its terms must be taken together with the leak's
    double steady_gain;  ///< otherwise u contains R·a·steady_gain·e^(-s/tau)
  };
  /// A frequency that occurs among the sines.
  struct Wave {
    double cycles_per_ms;
    double omega;      ///< rad/ms
    double omega_tau;  ///< rad
    double gain;       ///< R/(1 + omega_tau²), MΩ
  };

  Lif neuron;
  double tau;       ///< tau_m, ms
  double rate;      ///< 1/tau_m, 1/ms
  double duration;  ///< ms
  const Input& input;
  std::vector<double> breaks;
  std::vector<Decay> decays;
  std::vector<Wave> waves;
  /// Of all waves and decays of the components, in order, the index in `waves` or `decays`; and
  /// where those of each component begin.
  std::vector<std::size_t> places, first_place;
  double terms;  ///< of which u is the sum: the work of an evaluation
};

/// One smooth piece.
struct Piece {
  struct Oscillation {
    double p, q;                ///< input: p sin + q cos, nA
    double steady_p, steady_q;  ///< the steady response of u: likewise, mV
    double amplitude;           ///< of that response, mV
  };
  struct Decaying {
    double amplitude;  ///< at the start of the piece, nA
    double at_end;     ///< amplitude at the end of the piece where negative, else 0
  };

  Time start;
  double length = 0;               ///< ms
  double u_start = 0;              ///< mV
  double constant = 0;             ///< nA
  double constant_error = 0;       ///< what rounding `constant` lost, nA
  double slope = 0;                ///< nA/ms
  std::vector<Decaying> decays;    ///< as in Plan
  std::vector<Oscillation> waves;  ///< as in Plan
  bool is_constant = true;         ///< nothing but `constant` is on, or all else is of no current

  /// No piece yet, with room for all terms.
  explicit Piece(const Plan& plan) : decays(plan.decays.size()), waves(plan.waves.size()) {}
  /// Makes this the piece from `start` to the time `end`.
  void begin(const Plan& plan, Time start, double end, double u_start);

  /// u(s) - u_start, mV.
  double rise(const Plan& plan, double s) const;
  /// I(s), nA.
  double current(const Plan& plan, double s) const;
  /// The first s in (0, length] with u(s) = theta; infinite where there is none. u_start < theta.
  /// Takes the evaluations it needs, times the terms of each, off `work`; gives up below 0.
  double first_crossing(const Plan& plan, double& work) const;

 private:
  struct Adder;
  /// Works out what follows from the terms of the input.
  void settle(const Plan& plan);
};

/// x + expm1(-x), without cancellation: the response to a ramp in units of its slope and tau_m.
double ramp_response(double x);

/// The response at s to a unit e^(-s/tau) drive switched on at 0, in ms: the convolution of the two
/// decays, (e^(-s/tau) - e^(-s/tau_m))/(1/tau_m - 1/tau), and s e^(-s/tau) where they are equal.
double decay_response(const Plan& plan, const Plan::Decay& decay, double s);

}  // namespace iaf
