#include <algorithm>
#include <cmath>
#include <limits>

#include "exact/piece.hpp"
#include "exact/sampler.hpp"
#include "run/methods.hpp"

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
  const Neuron& neuron = plan.neuron;
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

std::optional<Run> run_exact(const Request& request) {
  return run_exact(request, {0, request.dt, grid_size(request), false});
}

std::optional<Run> run_exact(const Request& request, const Sampling& sampling, double work,
                             Peaks* peaks) {
  const Plan plan(request);
  const Neuron& neuron = request.neuron;
  std::vector<Stretch> stretches;
  Run run;
  const bool complete = follow(plan, work, [&](const Stretch& stretch) {
    stretches.push_back(stretch);
    if (stretch.from_spike) run.spikes.push_back(stretch.start.hi);
  });
  if (!complete) return {};

  const double to = sampling.from + static_cast<double>(sampling.size - 1) * sampling.dt;
  const auto shown = [&](const Stretch& stretch) {  // whether both sides of its start are samples
    return (stretch.from_spike || sampling.edges) && stretch.start.hi > 0 &&
           stretch.start.hi >= sampling.from &&
           (stretch.start.hi <= to || to >= request.duration - sampling.dt);
  };
  const auto borders = std::count_if(stretches.begin(), stretches.end(), shown);
  const std::size_t size = sampling.size + 2 * static_cast<std::size_t>(borders);
  run.t.resize(size);
  run.u.resize(size);
  run.current.resize(size);
  std::vector<double> probes = request.probe;
  std::sort(probes.begin(), probes.end());
  std::vector<double> u_at_sorted(probes.size());

  Piece piece(plan);
  Sampler sampler(plan, sampling.dt);
  std::size_t written = 0, sampled = 0, probed = 0;
  const auto add = [&](double t, double u, double current) {
    run.t[written] = t;
    run.u[written] = u;
    run.current[written++] = current;
  };
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Stretch& stretch = stretches[i];
    const Stretch* next = i + 1 < stretches.size() ? &stretches[i + 1] : nullptr;
    const double end = next != nullptr ? next->start.hi : plan.duration;
    // At a spike the sample comes before it, at an edge after it: I is continuous from the right.
    const auto belongs = [&](double t) {
      return next == nullptr || t < end || (t == end && next->from_spike);
    };
    const auto u_at = [&](double s) {
      return stretch.refractory ? neuron.u_reset : stretch.u_start + piece.rise(plan, s);
    };
    piece.begin(plan, stretch.start, end, stretch.u_start);
    const std::size_t begin = written;
    if (shown(stretch)) add(stretch.start.hi, stretch.u_start, piece.current(plan, 0));
    const std::size_t first = written;
    for (; sampled < sampling.size; ++sampled) {
      const double t = sampling.from + static_cast<double>(sampled) * sampling.dt;
      if (!belongs(t)) break;
      run.t[written++] = t;
    }
    if (written > first) {
      sampler.sample(piece, interval(stretch.start, run.t[first]), written - first, &run.u[first],
                     &run.current[first]);
      if (stretch.refractory) {
        std::fill(run.u.data() + first, run.u.data() + written, neuron.u_reset);
      }
    }
    if (next != nullptr && shown(*next)) {
      add(end, next->from_spike ? neuron.theta : u_at(piece.length),
          piece.current(plan, piece.length));
    }
    if (peaks != nullptr && written > begin) {
      peaks->add(plan, piece, stretch.refractory, run, begin, written);
    }
    for (; probed < probes.size() && belongs(probes[probed]); ++probed) {
      u_at_sorted[probed] = u_at(interval(stretch.start, probes[probed]));
    }
  }
  for (const double t : request.probe) {
    const auto place = std::lower_bound(probes.begin(), probes.end(), t) - probes.begin();
    run.u_at_probe.push_back(u_at_sorted[static_cast<std::size_t>(place)]);
  }
  return run;
}

}  // namespace iaf
