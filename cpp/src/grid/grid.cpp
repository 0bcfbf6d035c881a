#include "grid/grid.hpp"

#include <algorithm>
#include <vector>

#include "grid/piece_current.hpp"
#include "grid/step.hpp"
#include "model/input.hpp"
#include "model/on.hpp"
#include "model/request.hpp"

namespace iaf {
namespace {

/// Runs one model by one method: `step(u, t, h, now, current)` returns u at t + h, where `current`
/// is smooth in between and `now` = current(t).
template <class Parameters, class Step>
class Walk {
 public:
  Walk(const Request& request, const Parameters& neuron, Step step, Run& run)
      : neuron_(neuron),
        dt_(request.dt),
        hold_(refractory_steps(neuron.t_ref, dt_)),
        last_(grid_size(request) - 1),
        end_(time(last_ + 1)),
        input_(request.input),
        breaks_(breakpoints(request.input, end_)),
        step_(step),
        run_(run),
        u_(neuron.u_0) {
    run_.t.resize(last_ + 1);
    run_.u.resize(last_ + 1);
    run_.current.resize(last_ + 1);
    run_.spikes.clear();
    run_.u_at_probe.clear();
  }

  void run() {
    begin_piece(0);
    for (;;) {
      pass_edges();
      const std::size_t until = whole_steps();
      if (until > i_) {
        if (current_.is_constant()) {
          walk(until, [value = current_(time(i_))](double) { return value; });
        } else {
          walk(until, current_);
        }
        continue;
      }
      record(i_, time(i_), u_, current_(time(i_)));
      if (i_ == last_) return;
      step_over_edges();
    }
  }

 private:
  double time(std::size_t point) const { return static_cast<double>(point) * dt_; }
  double next_edge() const { return next_break_ < breaks_.size() ? breaks_[next_break_] : end_; }
  void begin_piece(double t) { current_.begin(input_, 0.5 * (t + next_edge())); }

  /// Begins the piece around the present point, where an edge has been met since.
  void pass_edges() {
    const double t = time(i_);
    if (next_edge() > t) return;
    while (next_edge() <= t) ++next_break_;
    begin_piece(t);
  }

  /// The last point that whole steps without an edge inside lead to.
  std::size_t whole_steps() const {
    auto until = std::min(last_, static_cast<std::size_t>(next_edge() / dt_));
    while (time(until) > next_edge()) --until;
    return until;
  }

  void record(std::size_t point, double t, double u, double current) {
    run_.t[point] = t;
    run_.u[point] = u;
    run_.current[point] = current;
  }

  /// Takes whole steps under one smooth current. A function of its own, and all that changes from
  /// step to step a local of it, so that it stays in registers.
  template <class Current>
  [[gnu::noinline]] void walk(std::size_t until, const Current& current) {
    const Parameters neuron = neuron_;
    const Step step = step_;
    const double dt = dt_;
    double* const ts = run_.t.data();
    double* const us = run_.u.data();
    double* const currents = run_.current.data();
    double u = u_;
    auto i = static_cast<std::ptrdiff_t>(i_);
    const auto last = static_cast<std::ptrdiff_t>(until);
    const auto write = [&](double t, double now) {
      ts[i] = t;
      us[i] = u;
      currents[i] = now;
    };
    while (i < last) {
      if (static_cast<double>(i + 1) <= held_until_) {
        const double t = static_cast<double>(i) * dt;
        write(t, current(t));
        ++i;
        continue;
      }
      do {
        const double t = static_cast<double>(i) * dt, now = current(t);
        write(t, now);
        ++i;
        u = step(u, t, dt, now, current);
      } while (u < neuron.theta && i < last);
      if (u < neuron.theta) break;
      const auto point = static_cast<double>(i);
      run_.spikes.push_back(point * dt);
      u = neuron.u_reset;
      held_until_ = point + hold_;
    }
    i_ = until;
    u_ = u;
  }

  /// Takes the next step in parts, as there are edges inside.
  void step_over_edges() {
    double from = time(i_);
    const double to = time(i_ + 1);
    const auto next = static_cast<double>(++i_);
    if (next > held_until_) {
      while (next_edge() < to) {
        u_ = step_(u_, from, next_edge() - from, current_(from), current_);
        from = breaks_[next_break_++];
        begin_piece(from);
      }
      u_ = step_(u_, from, to - from, current_(from), current_);
    }
    if (u_ < neuron_.theta) return;
    run_.spikes.push_back(to);
    u_ = neuron_.u_reset;
    held_until_ = next + hold_;
  }

  Parameters neuron_;
  double dt_;    ///< ms
  double hold_;  ///< steps
  std::size_t last_;
  double end_;  ///< ms
  const Input& input_;
  std::vector<double> breaks_;
  Step step_;
  Run& run_;

  std::size_t i_ = 0;      ///< the present point
  double u_;               ///< mV
  double held_until_ = 0;  ///< step number; a double, as t_ref/dt knows no bound
  std::size_t next_break_ = 0;
  PieceCurrent current_;
};

/// One step by Euler's method or rk4, of any model.
template <class Parameters>
struct EulerStep {
  Parameters neuron;
  double pace;  ///< 1/ms

  double operator()(double u, double, double h, double now, const auto&) const {
    return euler_step(u, h * pace, now, [this](double at, double current) {
      return Model<Parameters>::pull(neuron, at, current);
    });
  }
};
template <class Parameters>
struct Rk4Step {
  Parameters neuron;
  double pace;  ///< 1/ms

  double operator()(double u, double t, double h, double now, const auto& current) const {
    return rk4_step(
        u, h * pace, now, current(t + 0.5 * h), current(t + h),
        [this](double at, double input) { return Model<Parameters>::pull(neuron, at, input); });
  }
};

}  // namespace

void run_grid(const Request& request, Run& run) {
  on(request.neuron, [&]<class Parameters>(const Parameters& neuron) {
    const double pace = Model<Parameters>::pace(neuron);
    if (request.method == Method::euler) {
      Walk(request, neuron, EulerStep<Parameters>{neuron, pace}, run).run();
    } else {
      Walk(request, neuron, Rk4Step<Parameters>{neuron, pace}, run).run();
    }
  });
}

}  // namespace iaf
