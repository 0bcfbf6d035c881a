#pragma once

#include <cstddef>
#include <span>

namespace iaf {

/// Rate between the first and the last of `count` spikes, ms: 1000·(count - 1)/(last - first), Hz;
/// 0 below two spikes.
double firing_rate(std::size_t count, double first, double last);

/// What a spike train amounts to. An interspike interval (ISI) is the time between two neighbours.
struct SpikeStatistics {
  std::size_t count = 0;
  double rate = 0;      ///< Hz: `firing_rate`
  double mean_isi = 0;  ///< ms: (last - first)/(count - 1); NaN below two spikes
  double cv_isi = 0;    ///< standard deviation of the ISI (divisor: their number) over their mean;
                        ///< NaN below two spikes
  double latency = 0;   ///< ms: time of the first spike; NaN without one
};

/// Statistics of increasing spike times, ms.
SpikeStatistics spike_statistics(std::span<const double> spikes);

}  // namespace iaf
