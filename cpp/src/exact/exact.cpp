#include "exact/exact.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "exact/piece.hpp"
#include "exact/sampler.hpp"
#include "model/request.hpp"

namespace iaf {
namespace {

/// Where a smooth stretch of u and I begins; it lasts until the next one does.
struct Stretch {
  Time start;
  double u_start;   ///< mV
  bool from_spike;  ///< begins with a spike; otherwise at the start, an edge or the end of t_ref
  bool refractory;  ///< u stays at u_reset
};

/// Follows u from event to event and hands every stretch to `on_stretch`. False where the work
/// outgrew its bound on the way.
template <class OnStretch>
bool follow(const Plan& plan, double work, OnStretch on_stretch) {
  const Lif& neuron = plan.neuron;
  const std::vector<double>& breaks = plan.breaks;
  const double below_theta = std::nextafter(neuron.theta, -std::numeric_limits<double>::infinity());
  std::size_t next_break = 0;
  Piece piece(plan);
  Stretch now{{}, neuron.u_0, false, false};
  const auto spike_at = [&](Time spike) {
    now = {spike, neuron.u_reset, true, neuron.t_ref > 0};
    if (!now.refractory) return;
    on_stretch(now);
    now.start = spike + neuron.t_ref;
    now.from_spike = false;
    while (next_break < breaks.size() && interval(now.start, breaks[next_break]) <= 0) {
      const Time edge{breaks[next_break++]};
      if (edge.hi > spike.hi) on_stretch(Stretch{edge, neuron.u_reset, false, true});
    }
    now.refractory = false;
  };
  while (now.start.hi < plan.duration) {
    on_stretch(now);
    while (next_break < breaks.size() && interval(now.start, breaks[next_break]) <= 0) {
      ++next_break;
    }
    const double end = next_break < breaks.size() ? breaks[next_break] : plan.duration;
    piece.begin(plan, now.start, end, now.u_start);
    work -= static_cast<double>(plan.input.size());
    const double s = piece.first_crossing(plan, work);
    if (work < 0) return false;
    if (s <= piece.length) {
      spike_at(now.start + s);
    } else {
      // No crossing, so u < theta, and rounding shall not change that.
      const double u = now.u_start + piece.rise(plan, piece.length);
      now = {Time{end}, std::min(u, below_theta), false, false};
    }
  }
  // The last sample is one of the current from then on.
  const bool edge = !breaks.empty() && now.start.hi == breaks.back();
  if (now.from_spike || edge) on_stretch(now);
  return true;
}

/// Writes a run, stretch by stretch.
class Recorder {
 public:
  Recorder(const Request& request, const Plan& plan, const Sampling& sampling, Run& run)
      : plan_(plan),
        sampling_(sampling),
        to_(sampling.from + static_cast<double>(sampling.size - 1) * sampling.dt),
        run_(run),
        piece_(plan),
        sampler_(plan, sampling.dt),
        probes_(request.probe),
        u_at_probes_(probes_.size()) {
    std::sort(probes_.begin(), probes_.end());
  }

  /// Makes room for the samples of all stretches.
  void reserve(const std::vector<Stretch>& stretches) {
    const auto borders = std::count_if(stretches.begin(), stretches.end(),
                                       [&](const Stretch& stretch) { return shown(stretch); });
    const std::size_t size = sampling_.size + 2 * static_cast<std::size_t>(borders);
    run_.t.resize(size);
    run_.u.resize(size);
    run_.current.resize(size);
  }

  /// Writes what lies between the beginning of a stretch and the next one, or the end of the run.
  void add(const Stretch& stretch, const Stretch* next, Peaks* peaks) {
    const double end = next != nullptr ? next->start.hi : plan_.duration;
    // At a spike the sample comes before it, at an edge after it: I is continuous from the right.
    const auto belongs = [&](double t) {
      return next == nullptr || t < end || (t == end && next->from_spike);
    };
    piece_.begin(plan_, stretch.start, end, stretch.u_start);
    const std::size_t begin = written_;
    if (shown(stretch)) write(stretch.start.hi, stretch.u_start, piece_.current(plan_, 0));
    sample(stretch, end, belongs);
    if (next != nullptr && shown(*next)) {
      write(end, next->from_spike ? plan_.neuron.theta : u_at(stretch, piece_.length),
            piece_.current(plan_, piece_.length));
    }
    if (peaks != nullptr && written_ > begin) {
      peaks->add(plan_, piece_, stretch.refractory, run_, begin, written_);
    }
    for (; probed_ < probes_.size() && belongs(probes_[probed_]); ++probed_) {
      u_at_probes_[probed_] = u_at(stretch, interval(stretch.start, probes_[probed_]));
    }
  }

  /// Writes u at the probes, in the order asked for.
  void answer(const std::vector<double>& probe) {
    run_.u_at_probe.clear();
    for (const double t : probe) {
      const auto place = std::lower_bound(probes_.begin(), probes_.end(), t) - probes_.begin();
      run_.u_at_probe.push_back(u_at_probes_[static_cast<std::size_t>(place)]);
    }
  }

 private:
  /// Whether both sides of the beginning of a stretch are samples.
  bool shown(const Stretch& stretch) const {
    return (stretch.from_spike || sampling_.edges) && stretch.start.hi > 0 &&
           stretch.start.hi >= sampling_.from &&
           (stretch.start.hi <= to_ || to_ >= plan_.duration - sampling_.dt);
  }

  double u_at(const Stretch& stretch, double s) const {
    return stretch.refractory ? plan_.neuron.u_reset : stretch.u_start + piece_.rise(plan_, s);
  }

  void write(double t, double u, double current) {
    run_.t[written_] = t;
    run_.u[written_] = u;
    run_.current[written_++] = current;
  }

  /// The time of a sample, ms.
  double time(std::size_t sample) const {
    return sampling_.from + static_cast<double>(sample) * sampling_.dt;
  }

  /// Writes the samples in the stretch that `piece_` is of, which ends at `end`.
  void sample(const Stretch& stretch, double end, const auto& belongs) {
    const double guess = std::ceil((end - sampling_.from) / sampling_.dt);
    std::size_t until = guess < static_cast<double>(sampling_.size)
                            ? static_cast<std::size_t>(std::max(guess, 0.0))
                            : sampling_.size;
    while (until > sampled_ && !belongs(time(until - 1))) --until;
    until = std::max(until, sampled_);
    while (until < sampling_.size && belongs(time(until))) ++until;
    const std::size_t count = until - sampled_;
    if (count == 0) return;
    double* const t = run_.t.data() + written_;
    double* const u = run_.u.data() + written_;
    sampler_.times(sampling_.from, static_cast<int>(sampled_), static_cast<int>(until), t);
    sampler_.sample(piece_, interval(stretch.start, t[0]), count, u,
                    run_.current.data() + written_);
    if (stretch.refractory) std::fill(u, u + count, plan_.neuron.u_reset);
    sampled_ = until;
    written_ += count;
  }

  const Plan& plan_;
  const Sampling& sampling_;
  double to_;  ///< ms
  Run& run_;
  Piece piece_;
  Sampler sampler_;
  std::vector<double> probes_;       ///< ms, increasing
  std::vector<double> u_at_probes_;  ///< mV
  std::size_t written_ = 0, sampled_ = 0, probed_ = 0;
};

}  // namespace

std::optional<SpikeSpan> exact_span(const Request& request) {
  SpikeSpan spikes;
  const bool complete = follow(Plan(request), Limits::work, [&](const Stretch& stretch) {
    if (!stretch.from_spike) return;
    spikes.last = stretch.start.hi;
    if (spikes.count++ == 0) spikes.first = spikes.last;
  });
  if (!complete) return {};
  return spikes;
}

bool run_exact(const Request& request, Run& run) {
  return run_exact(request, {0, request.dt, grid_size(request), false}, run);
}

bool run_exact(const Request& request, const Sampling& sampling, Run& run, double work,
               Peaks* peaks) {
  const Plan plan(request);
  std::vector<Stretch> stretches;
  run.spikes.clear();
  const bool complete = follow(plan, work, [&](const Stretch& stretch) {
    stretches.push_back(stretch);
    if (stretch.from_spike) run.spikes.push_back(stretch.start.hi);
  });
  if (!complete) return false;
  Recorder recorder(request, plan, sampling, run);
  recorder.reserve(stretches);
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    recorder.add(stretches[i], i + 1 < stretches.size() ? &stretches[i + 1] : nullptr, peaks);
  }
  recorder.answer(request.probe);
  return true;
}

}  // namespace iaf
