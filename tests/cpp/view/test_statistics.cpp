#include <cmath>
#include <iaf/spike_statistics.hpp>

#include "run.hpp"

using namespace iaf;

TEST_CASE("spike statistics of a train worked out by hand", "[statistics]") {
  const double spikes[] = {10, 20, 40, 70};  // ISI 10, 20, 30: mean 20, variance 200/3
  const SpikeStatistics found = spike_statistics(spikes);
  CHECK(found.count == 4);
  CHECK(found.rate == Approx(50));
  CHECK(found.rate == firing_rate(4, 10, 70));
  CHECK(found.mean_isi == Approx(20));
  CHECK(found.cv_isi == Approx(std::sqrt(200.0 / 3) / 20));
  CHECK(found.latency == 10);
}

TEST_CASE("spike statistics of none and one spike", "[statistics]") {
  const SpikeStatistics none = spike_statistics({});
  CHECK(none.count == 0);
  CHECK(none.rate == 0);
  CHECK(std::isnan(none.latency));
  const double one_spike[] = {3};
  const SpikeStatistics one = spike_statistics(one_spike);
  CHECK(one.rate == 0);
  CHECK(one.latency == 3);
  CHECK(std::isnan(one.mean_isi));
  CHECK(std::isnan(one.cv_isi));
}
