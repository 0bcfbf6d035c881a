#include "piece.hpp"

#include <algorithm>
#include <limits>

#include "elementary.hpp"
#include "pieces.hpp"

namespace iaf {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// a·b = hi + lo exactly (Dekker's product; a fused multiply-add would be a library call in wasm).
Time product(double a, double b) {
  const auto split = [](double x) {
    const double big = 134217729.0 * x;
    const double high = big - (big - x);
    return Time{high, x - high};
  };
  const Time x = split(a), y = split(b);
  const double hi = a * b;
  return {hi, ((x.hi * y.hi - hi) + x.hi * y.lo + x.lo * y.hi) + x.lo * y.lo};
}

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
}

void Piece::begin(const Plan& plan, Time from, double end, double u) {
  start = from;
  length = interval(from, end);
  u_start = u;
  slope = 0;
  Time sum;
  decays.assign(plan.decays.size(), {0, 0});
  waves.assign(plan.waves.size(), {0, 0, 0, 0, 0});
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

namespace {

/// What the search for a crossing needs to know at one time s of a piece.
struct Outlook {
  double gap;              ///< theta - u, mV
  double slope;            ///< du/ds, mV/ms
  double curvature;        ///< d²u/ds²
  double curvature_top;    ///< no less than d²u/ds² anywhere from s to the end of the piece
  double curvature_rise;   ///< d²u/ds² gains no more than this times a time, mV/ms³
  double curvature_drift;  ///< nor changes by more
  double ceiling;          ///< no less than u - theta anywhere from s to the end
  double relaxing_gap;     ///< theta - ripple - (u without the steady response to the sines)
  double relaxing_excess;  ///< highest value that part of u is pulled to, + ripple - theta
};

// The bounds. Split u into the steady responses to the sines, those to the exponentials far from
// tau_m, and the rest. Each steady response is bounded by itself. The rest v obeys tau_m v' = d - v
// with d the drive that is left, so v, and likewise each of its derivatives, is pulled to the same
// derivative of d and never passes above the greater of its present value and the highest d to
// come. This holds for all time constants alike: no pair of terms that cancel is ever bounded term
// by term.
template <bool at_start>
Outlook look(const Plan& plan, const Piece& piece, double s) {
  const Neuron& neuron = plan.neuron;
  const double R = neuron.R, rate = plan.rate;
  const double leak = at_start ? 0 : portable_expm1(-s * rate);
  const double base = (neuron.u_rest - piece.u_start) + R * piece.constant;
  double rise = -leak * base;
  double drive = base + R * piece.slope * s;  // u_rest - u_start + R I
  double drive_slope = R * piece.slope;       // R dI/ds
  double drive_top = (neuron.u_rest - neuron.theta) + R * piece.constant +
                     R * std::max(piece.slope * s, piece.slope * piece.length);
  if (piece.slope != 0) rise += R * piece.slope * plan.tau * ramp_response(s * rate);

  double steady_curvature = 0, steady_curvature_top = 0;  // of the parts bounded by themselves
  double steady_rise = 0, steady_drift = 0;
  double near_curvature_top = 0, near_curvature_bottom = 0;  // of the drive of the rest
  for (std::size_t j = 0; j < plan.decays.size(); ++j) {
    const Piece::Decaying& decay = piece.decays[j];
    if (decay.amplitude == 0) continue;
    const Plan::Decay& kind = plan.decays[j];
    const double fall = at_start ? 0 : portable_expm1(-s * kind.rate);
    const double now = R * decay.amplitude * (1 + fall);
    const double response = at_start          ? 0
                            : kind.near_tau_m ? decay_response(plan, kind, s)
                                              : (fall - leak) / kind.detuning;
    rise += R * decay.amplitude * response * rate;
    drive += now;
    drive_slope -= now * kind.rate;
    drive_top += decay.amplitude > 0 ? now : R * decay.at_end;
    if (kind.near_tau_m) {
      const double curvature = now * kind.rate * kind.rate;
      (curvature > 0 ? near_curvature_top : near_curvature_bottom) += curvature;
    } else {
      const double curvature = now * kind.steady_gain * kind.rate * kind.rate;
      steady_curvature += curvature;
      steady_curvature_top += std::max(0.0, curvature);
      steady_rise += std::max(0.0, -curvature) * kind.rate;
      steady_drift += std::max(0.0, curvature) * kind.rate;
    }
  }
  double ripple = 0, steady = 0;  // the steady responses to the sines: bound and present value
  for (std::size_t k = 0; k < plan.waves.size(); ++k) {
    const Piece::Oscillation& wave = piece.waves[k];
    const double omega = plan.waves[k].omega;
    const SineCosine half =
        at_start ? SineCosine{0, 1} : sine_cosine(0.5 * plan.waves[k].cycles_per_ms * s);
    const double sine = 2 * half.sine * half.cosine, versine = 2 * half.sine * half.sine;
    const double cosine = 1 - versine;
    rise += wave.steady_p * sine - wave.steady_q * (versine + leak);
    drive += R * (wave.p * sine + wave.q * cosine);
    drive_slope += R * omega * (wave.p * cosine - wave.q * sine);
    const double response = wave.steady_p * sine + wave.steady_q * cosine;
    steady += response;
    ripple += wave.amplitude;
    steady_curvature -= omega * omega * response;
    steady_curvature_top += omega * omega * wave.amplitude;
    steady_rise += std::abs(omega) * omega * omega * wave.amplitude;
  }

  steady_drift += steady_rise;

  Outlook out;
  out.gap = (neuron.theta - piece.u_start) - rise;
  out.slope = (drive - rise) * rate;
  out.curvature = (drive_slope - out.slope) * rate;
  const double relaxing = out.curvature - steady_curvature;
  out.curvature_top = steady_curvature_top + std::max({relaxing, near_curvature_top, 0.0});
  const double up = std::max(near_curvature_top - relaxing, 0.0) * rate;
  const double down = std::max(relaxing - near_curvature_bottom, 0.0) * rate;
  out.curvature_rise = steady_rise + up;
  out.curvature_drift = steady_drift + std::max(up, down);
  out.relaxing_gap = out.gap + steady - ripple;
  out.relaxing_excess = drive_top + ripple;
  out.ceiling = std::max(-out.relaxing_gap, out.relaxing_excess);
  return out;
}

/// The first h > 0 at which gap = slope·h + curvature·h²/2; infinite where there is none.
double first_contact(double gap, double slope, double curvature) {
  const double square = slope * slope + 2 * curvature * gap;
  if (square < 0 || (curvature <= 0 && slope <= 0)) return never;
  const double root = std::sqrt(square);
  return slope > 0 ? 2 * gap / (slope + root) : (root - slope) / curvature;
}

/// A step that cannot pass over a crossing, as long as the bounds on the curvature allow.
double safe_step(const Outlook& now) {
  const double sure = first_contact(now.gap, now.slope, now.curvature_top);
  // The curvature nearby is better known than that of all the rest.
  const double nearby = 2 * sure;
  const double curvature = now.curvature + now.curvature_rise * nearby;
  if (!(curvature < now.curvature_top)) return sure;
  return std::max(sure, std::min(nearby, first_contact(now.gap, now.slope, curvature)));
}

}  // namespace

double Piece::first_crossing(const Plan& plan, double& work) const {
  const double gap = plan.neuron.theta - u_start;
  if (is_constant) {
    const double excess = steady_excess(plan.neuron, constant, constant_error);
    const double s = excess > 0 ? plan.tau * std::log1p(gap / excess) : never;
    return s <= length ? s : never;
  }
  double s = 0;
  double before = 0;
  const auto terms = static_cast<double>(1 + decays.size() + waves.size());
  for (;;) {
    work -= terms;
    if (work < 0) return never;
    const Outlook now = s == 0 ? look<true>(plan, *this, 0) : look<false>(plan, *this, s);
    // Rounding may carry a step past the crossing by as much; never back before the last step.
    if (now.gap <= 0) return now.slope > 0 ? std::max(before, s + now.gap / now.slope) : s;
    if (now.ceiling <= 0) return never;
    double h = safe_step(now);
    if (s == 0 && now.relaxing_gap > 0 && now.relaxing_excess > 0) {
      // Not even the highest drive to come, held all along, reaches theta before.
      h = std::max(h, plan.tau * std::log1p(now.relaxing_gap / now.relaxing_excess));
    }
    const double next = s + h;
    if (!(next <= length)) return never;
    if (h <= 4e-16 * next) return next;
    // Sooner, where all that is not known of the curvature moves the crossing by less than that.
    const double slope_then = now.slope + now.curvature * h;
    if (now.curvature_drift * h * h * h < 1e-16 * slope_then * next) return next;
    before = s;
    s = next;
  }
}

}  // namespace iaf
