#include <cmath>
#include <iaf/spike_statistics.hpp>
#include <limits>

namespace iaf {

double firing_rate(std::size_t count, double first, double last) {
  return count < 2 ? 0 : 1000 * static_cast<double>(count - 1) / (last - first);
}

SpikeStatistics spike_statistics(std::span<const double> spikes) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  SpikeStatistics out{spikes.size(), 0, none, none, none};
  if (spikes.empty()) return out;
  out.latency = spikes.front();
  if (spikes.size() < 2) return out;
  const double intervals = static_cast<double>(spikes.size() - 1);
  out.mean_isi = (spikes.back() - spikes.front()) / intervals;
  out.rate = firing_rate(spikes.size(), spikes.front(), spikes.back());
  double squares = 0;
  for (std::size_t i = 1; i < spikes.size(); ++i) {
    const double deviation = (spikes[i] - spikes[i - 1]) - out.mean_isi;
    squares += deviation * deviation;
  }
  out.cv_isi = std::sqrt(squares / intervals) / out.mean_isi;
  return out;
}

}  // namespace iaf
