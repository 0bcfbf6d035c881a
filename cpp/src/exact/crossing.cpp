#include <algorithm>
#include <cmath>
#include <limits>

#include "exact/piece.hpp"
#include "model/lif.hpp"
#include "numbers/elementary.hpp"

// The first crossing of a piece: by steps that cannot pass over it, as long as the bounds on the
// derivatives allow, and by Newton's as soon as u is certain to rise all the way.

namespace iaf {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// No more than the angle in [0, 2π) of this sine and cosine, and no less but for 2e-4: Hastings'
/// approximation of acos (Abramowitz and Stegun 4.4.45), whose error is below 7e-5.
double angle_below(double sine, double cosine) {
  const double x = std::min(std::abs(cosine), 1.0);
  const double acute =
      std::sqrt(1 - x) * (1.5707288 + x * (-0.2121144 + x * (0.0742610 - x * 0.0187293)));
  const double angle = cosine > 0 ? acute : pi - acute;
  return (sine > 0 ? angle : 2 * pi - angle) - 1e-4;
}

/// A sine's part in u: amplitude·sin of a growing phase.
struct Swing {
  double amplitude = 0, sine = 0, cosine = 1;  ///< mV: both times amplitude
  double omega = 0;                            ///< rad/ms
  double drive = 0;                            ///< R I of it, mV

  /// A lower bound of the time until it rises to within `depth` of its amplitude, ms; 0 where it is
  /// nearly or more than there, unless `again` asks for the next time after a fall.
  double wait(double depth, bool again) const {
    const double level = amplitude - depth;
    // Nearer than that the angle could round to a whole turn.
    if (!(level - sine > amplitude / 16 || (again && level > 0 && cosine < 0))) return 0;
    const double part = depth / amplitude;
    const double target = 1 - part, across = std::sqrt(part * (2 - part));
    return angle_below((target * cosine - across * sine) / amplitude,
                       (across * cosine + target * sine) / amplitude) /
           omega;
  }
};

/// What the search for a crossing needs to know at one time s of a piece.
struct Outlook {
  double gap;         ///< theta - u, mV
  double d1, d2, d3;  ///< du/ds, d²u/ds² …, mV/ms, mV/ms² …
  double d4 = 0, d5 = 0;
  // What holds from there on:
  double curvature_top = 0;    ///< no less than d²u/ds² anywhere from s to the end of the piece
  double curvature_rise = 0;   ///< d²u/ds² gains no more than this times a time, mV/ms³
  double fourth = 0;           ///< no less than |d⁴u/ds⁴|
  double relaxing_gap = 0;     ///< theta - ripple - (u without the steady response to the sines)
  double relaxing_excess = 0;  ///< highest value that part of u is pulled to, + ripple - theta
  Swing greatest = {};         ///< of the sines
  double drive_top = 0;  ///< highest value that u would be pulled to without the sines, - theta

  /// No less than u - theta from there on, mV.
  double ceiling() const { return std::max(-relaxing_gap, relaxing_excess); }
};

// The bounds. Split u into the steady responses to the sines, those to the exponentials far from
// tau_m, and the rest. Each steady response is bounded by itself. The rest v obeys tau_m v' = d - v
// with d the drive that is left, so v, and likewise each of its derivatives, is pulled to the same
// derivative of d and never passes above the greater of its present value and the highest d to
// come. This holds for all time constants alike: no pair of terms that cancel is ever bounded term
// by term.

/// Gathers where u and its motion stand at s, and what holds from there on, term by term. Without
/// `bounds` the gap and three derivatives only.
template <bool bounds>
class Look {
 public:
  Look(const Plan& plan, const Piece& piece, double s)
      : plan_(plan),
        piece_(piece),
        s_(s),
        leak_(s == 0 ? 0 : portable_expm1(-s * plan.rate)),
        base_((plan.neuron.u_rest - piece.u_start) + plan.neuron.R * piece.constant) {
    add_line();
    add_decays();
    add_waves();
  }

  Outlook outlook() const {
    const double theta = plan_.neuron.theta, rate = plan_.rate;
    const double gap = (theta - piece_.u_start) - rise_;
    const double d1 = (drive_ - rise_) * rate, d2 = (drive1_ - d1) * rate;
    const double d3 = (drive2_ - d2) * rate;
    if constexpr (!bounds) return {.gap = gap, .d1 = d1, .d2 = d2, .d3 = d3};
    const double d4 = (drive3_ - d3) * rate, d5 = (drive4_ - d4) * rate;
    const double relaxing = d2 - steady_curvature_;
    const double up = std::max(near_curvature_top_ - relaxing, 0.0) * rate;
    const double down = std::max(relaxing - near_curvature_bottom_, 0.0) * rate;
    // Each further derivative of the drive near tau_m is at most 2/tau_m times the one before.
    const double near_third = 2 * rate * (near_curvature_top_ - near_curvature_bottom_);
    return {.gap = gap,
            .d1 = d1,
            .d2 = d2,
            .d3 = d3,
            .d4 = d4,
            .d5 = d5,
            .curvature_top = steady_curvature_top_ + std::max({relaxing, near_curvature_top_, 0.0}),
            .curvature_rise = steady_rise_ + up,
            .fourth = steady_fourth_ + (std::max(up, down) + 2 * near_third) * rate,
            .relaxing_gap = gap + steady_ - ripple_,
            .relaxing_excess = drive_top_ + ripple_,
            .greatest = greatest_,
            .drive_top = drive_top_};
  }

 private:
  /// The start, the leak, the constant and the slope.
  void add_line() {
    const Lif& neuron = plan_.neuron;
    const double R = neuron.R;
    rise_ = -leak_ * base_;
    drive_ = base_ + R * piece_.slope * s_;
    drive1_ = R * piece_.slope;
    drive_top_ = (neuron.u_rest - neuron.theta) + R * piece_.constant +
                 R * std::max(piece_.slope * s_, piece_.slope * piece_.length);
    if (piece_.slope != 0) rise_ += R * piece_.slope * plan_.tau * ramp_response(s_ * plan_.rate);
  }

  void add_decays() {
    const double R = plan_.neuron.R;
    const bool at_start = s_ == 0;
    for (std::size_t j = 0; j < plan_.decays.size(); ++j) {
      const Piece::Decaying& decay = piece_.decays[j];
      if (decay.amplitude == 0) continue;
      const Plan::Decay& kind = plan_.decays[j];
      const double fall = at_start ? 0 : portable_expm1(-s_ * kind.rate);
      const double now = R * decay.amplitude * (1 + fall), square = kind.rate * kind.rate;
      const double response = at_start          ? 0
                              : kind.near_tau_m ? decay_response(plan_, kind, s_)
                                                : (fall - leak_) / kind.detuning;
      rise_ += R * decay.amplitude * response * plan_.rate;
      drive_ += now;
      drive1_ -= now * kind.rate;
      drive2_ += now * square;
      drive3_ -= now * square * kind.rate;
      drive4_ += now * square * square;
      drive_top_ += decay.amplitude > 0 ? now : R * decay.at_end;
      if (kind.near_tau_m) {
        const double curvature = now * square;
        (curvature > 0 ? near_curvature_top_ : near_curvature_bottom_) += curvature;
      } else {
        const double curvature = now * kind.steady_gain * square;
        steady_curvature_ += curvature;
        steady_curvature_top_ += std::max(0.0, curvature);
        steady_rise_ += std::max(0.0, -curvature) * kind.rate;
        steady_fourth_ += std::abs(curvature) * square;
      }
    }
  }

  void add_waves() {
    const double R = plan_.neuron.R;
    for (std::size_t k = 0; k < plan_.waves.size(); ++k) {
      const Piece::Oscillation& wave = piece_.waves[k];
      const double omega = plan_.waves[k].omega, square = omega * omega;
      const SineCosine half =
          s_ == 0 ? SineCosine{0, 1} : sine_cosine(0.5 * plan_.waves[k].cycles_per_ms * s_);
      const double sine = 2 * half.sine * half.cosine, versine = 2 * half.sine * half.sine;
      const double cosine = 1 - versine;
      rise_ += wave.steady_p * sine - wave.steady_q * (versine + leak_);
      const double now = R * (wave.p * sine + wave.q * cosine);
      const double change = R * omega * (wave.p * cosine - wave.q * sine);
      drive_ += now;
      drive1_ += change;
      drive2_ -= square * now;
      drive3_ -= square * change;
      drive4_ += square * square * now;
      if constexpr (bounds) bound_wave(wave, omega, sine, cosine, now);
    }
  }

  void bound_wave(const Piece::Oscillation& wave, double omega, double sine, double cosine,
                  double now) {
    const double response = wave.steady_p * sine + wave.steady_q * cosine;
    const double speed = std::abs(omega), square = omega * omega;
    if (wave.amplitude > greatest_.amplitude) {
      const double ahead = wave.steady_p * cosine - wave.steady_q * sine;
      greatest_ = {wave.amplitude, response, omega > 0 ? ahead : -ahead, speed, now};
    }
    steady_ += response;
    ripple_ += wave.amplitude;
    steady_curvature_ -= square * response;
    steady_curvature_top_ += square * wave.amplitude;
    steady_rise_ += speed * square * wave.amplitude;
    steady_fourth_ += square * square * wave.amplitude;
  }

  const Plan& plan_;
  const Piece& piece_;
  double s_;     ///< ms
  double leak_;  ///< e^(-s/tau_m) - 1
  double base_;  ///< u_rest - u_start + R·constant, mV
  double rise_ = 0;
  /// u_rest - u_start + R I, and its derivatives.
  double drive_ = 0, drive1_ = 0, drive2_ = 0, drive3_ = 0, drive4_ = 0;
  double drive_top_ = 0;
  /// Of the parts bounded by themselves.
  double steady_curvature_ = 0, steady_curvature_top_ = 0, steady_rise_ = 0, steady_fourth_ = 0;
  /// Of the drive of the rest.
  double near_curvature_top_ = 0, near_curvature_bottom_ = 0;
  double ripple_ = 0, steady_ = 0;  ///< the steady responses to the sines: bound, present value
  Swing greatest_;
};

template <bool bounds>
Outlook look(const Plan& plan, const Piece& piece, double s) {
  return Look<bounds>(plan, piece, s).outlook();
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
  const double sure = first_contact(now.gap, now.d1, now.curvature_top);
  // The curvature nearby is better known than that of all the rest.
  const double nearby = 2 * sure;
  const double curvature = now.d2 + now.curvature_rise * nearby;
  if (!(curvature < now.curvature_top)) return sure;
  return std::max(sure, std::min(nearby, first_contact(now.gap, now.d1, curvature)));
}

/// A time without a crossing, since the greatest sine has to come back first, ms.
double wait(const Plan& plan, const Outlook& now) {
  // u meets theta from below where the drive is above it: with one sine, of which the drive has
  // sunk below theta, not before that rises again, and in u it lags behind.
  const bool sunk = plan.waves.size() == 1 && -now.relaxing_gap <= now.relaxing_excess &&
                    now.greatest.drive + now.drive_top < 0;
  return now.greatest.wait(now.ceiling(), sunk);
}

/// Whether u rises all the way from now until h later.
bool rises(const Outlook& now, double h) {
  return now.d1 +
             h * (std::min(now.d2, 0.0) + h * (std::min(now.d3, 0.0) / 2 - h * now.fourth / 6)) >
         0;
}

/// About how long until the crossing, by Taylor's series: Halley's step from where the parabola
/// crosses. Infinite where that does not.
double guess(const Outlook& now) {
  const double h = first_contact(now.gap, now.d1, now.d2);
  if (!(h < never)) return never;
  const double u =
      h * (now.d1 + h / 2 * (now.d2 + h / 3 * (now.d3 + h / 4 * (now.d4 + h / 5 * now.d5))));
  const double d1 = now.d1 + h * (now.d2 + h / 2 * (now.d3 + h / 3 * (now.d4 + h / 4 * now.d5)));
  const double d2 = now.d2 + h * (now.d3 + h / 2 * (now.d4 + h / 3 * now.d5));
  const double left = now.gap - u;
  return h + 2 * left * d1 / (2 * d1 * d1 + left * d2);
}

/// The crossing after s, where u rises all the way to it and past it; infinite where that is not
/// certain. Takes the evaluations off `work`.
double certain_crossing(const Plan& plan, const Piece& piece, const Outlook& now, double s,
                        double& work) {
  const double h = guess(now), reach = 1.25 * h;
  if (!(h > 0 && s + reach <= piece.length) || !rises(now, reach)) return never;
  double t = s + h;
  for (int i = 0; i < 3; ++i) {
    work -= plan.terms;
    const Outlook then = look<false>(plan, piece, t);
    const double inverse = 1 / then.d1;
    // The series of the time as a function of u, to the third order.
    const double x = then.gap * inverse, a = then.d2 * inverse / 2, b = then.d3 * inverse / 6;
    const double more = x * (1 + x * (x * (2 * a * a - b) - a));
    t += more;
    if (!(t > s && t <= s + reach)) return never;
    const double order4 =  // of the term left out
        now.fourth / 24 * inverse + std::abs(5 * a * (a * a - b));
    if (order4 * more * more * more * more < 1e-16 * t) return t;
  }
  return never;
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
  for (;;) {
    work -= plan.terms;
    if (work < 0) return never;
    const Outlook now = look<true>(plan, *this, s);
    // Rounding may carry a step past the crossing by as much; never back before the last step.
    if (now.gap <= 0) return now.d1 > 0 ? std::max(before, s + now.gap / now.d1) : s;
    if (now.ceiling() <= 0) return never;
    const double crossing = certain_crossing(plan, *this, now, s, work);
    if (crossing < never) return crossing;
    double h = std::max(safe_step(now), wait(plan, now));
    if (s == 0 && now.relaxing_gap > 0 && now.relaxing_excess > 0) {
      // Not even the highest drive to come, held all along, reaches theta before.
      h = std::max(h, plan.tau * std::log1p(now.relaxing_gap / now.relaxing_excess));
    }
    const double next = s + h;
    if (!(next <= length)) return never;
    if (h <= 4e-16 * next) return next;
    before = s;
    s = next;
  }
}

}  // namespace iaf
