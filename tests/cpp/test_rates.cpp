#include <cmath>
#include <iaf/decimate.hpp>
#include <iaf/firing_rate.hpp>
#include <iaf/spike_statistics.hpp>
#include <iaf/view.hpp>

#include "random.hpp"

using namespace iaf;

namespace {

std::vector<double> rates(const Sweep& sweep) {
  auto outcome = firing_rates(sweep);
  if (const auto* issues = std::get_if<Issues>(&outcome)) FAIL(issues->front().message);
  return std::get<std::vector<double>>(outcome);
}

/// The rate of a whole run between its first and last spike, Hz.
double rate_alone(const Request& request) {
  const std::vector<double> spikes = run(request).spikes;
  if (spikes.size() < 2) return 0;
  return 1000 * static_cast<double>(spikes.size() - 1) / (spikes.back() - spikes.front());
}

std::string first_field(const Sweep& sweep) {
  const auto outcome = firing_rates(sweep);
  return std::get<Issues>(outcome).front().field;
}

}  // namespace

TEST_CASE("spike statistics of a train worked out by hand", "[statistics]") {
  const double spikes[] = {10, 20, 40, 70};  // ISI 10, 20, 30: mean 20, variance 200/3
  const SpikeStatistics found = spike_statistics(spikes);
  CHECK(found.count == 4);
  CHECK(found.rate == Approx(50));
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

TEST_CASE("rheobase and steady rate follow their closed forms", "[rate]") {
  const Neuron neuron{
      .R = 10, .C = 1, .u_rest = -65, .u_reset = -70, .theta = -50, .u_0 = -65, .t_ref = 2};
  CHECK(rheobase(neuron) == 1.5);
  CHECK(steady_potential(neuron, 2) == -45);
  CHECK(steady_rate(neuron, 1.5) == 0);
  CHECK(steady_rate(neuron, 2) == Approx(1000 / (2 + 10 * std::log(25.0 / 5))).epsilon(1e-14));
}

TEST_CASE("a constant input without end has the closed form as its rate", "[rate]") {
  Sweep sweep;
  sweep.axes = {{"input[0].amplitude", {0, 0.78, 0.8, 4}}};
  const std::vector<double> found = rates(sweep);
  CHECK(found[0] == 0);
  CHECK(found[1] == 0);
  CHECK(found[2] == Approx(1000 / (5.76 * std::log(4.72 / 0.12))).epsilon(1e-13));
  CHECK(found[3] == Approx(1000 / (5.76 * std::log(25.2 / 20.6))).epsilon(1e-13));
}

TEST_CASE("rates in closed form hold along every field and for every number of values", "[rate]") {
  const auto formula = [](const Neuron& neuron, long double current) {
    const long double excess = neuron.R * current + neuron.u_rest - neuron.theta;
    if (excess <= 0) return 0.0L;
    const long double gap = static_cast<long double>(neuron.theta) - neuron.u_reset;
    return 1000 / (neuron.t_ref + neuron.R * std::log((excess + gap) / excess) * neuron.C);
  };
  for_random_requests(1, 500, [&](Random& random, Request request) {
    const double strength = (request.neuron.theta - request.neuron.u_reset) / request.neuron.R;
    request.input = {{.amplitude = 2 * strength}, {.amplitude = -strength / 3, .start = -7}};
    Sweep sweep{request, {}};
    Neuron& neuron = request.neuron;
    const std::pair<const char*, double*> fields[] = {
        {"neuron.R", &neuron.R},
        {"neuron.C", &neuron.C},
        {"neuron.u_rest", &neuron.u_rest},
        {"neuron.u_reset", &neuron.u_reset},
        {"neuron.theta", &neuron.theta},
        {"neuron.u_0", &neuron.u_0},
        {"neuron.t_ref", &neuron.t_ref},
        {"input[0].amplitude", &request.input[0].amplitude},
        {"input[1].start", &request.input[1].start}};
    const auto add_axis = [&](int k) {
      Axis axis{fields[k].first, {}};
      const double value = *fields[k].second;
      for (int i = random.whole(1, 5); i > 0; --i) {
        // A little lower, as neither u_reset nor u_0 may reach theta; theta a little higher.
        axis.values.push_back(value + (k == 4 ? 1 : -1) * random.real(0, 0.5) * std::abs(value));
      }
      sweep.axes.push_back(axis);
    };
    const int first = random.whole(0, 8);
    add_axis(first);
    if (random.chance(0.5)) add_axis((first + random.whole(1, 8)) % 9);
    const std::vector<double> found = rates(sweep);
    const std::size_t row = sweep.axes.back().values.size();
    REQUIRE(found.size() == sweep.axes.front().values.size() * (sweep.axes.size() == 2 ? row : 1));
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
        const auto field = std::find_if(std::begin(fields), std::end(fields), [&](const auto& f) {
          return f.first == sweep.axes[a].field;
        });
        *field->second = sweep.axes[a].values[a + 1 == sweep.axes.size() ? i % row : i / row];
      }
      const double current = request.input[0].amplitude + request.input[1].amplitude;
      // What rounding the sum of the currents and the sweep's last bit may change.
      const double excess = neuron.R * current + neuron.u_rest - neuron.theta;
      if (std::abs(excess) < 1e-3 * std::abs(neuron.theta)) continue;
      CHECK(found[i] == Approx(static_cast<double>(formula(neuron, current))).epsilon(1e-12));
      CHECK(found[i] == steady_rate(neuron, current));
    }
  });
}

TEST_CASE("a steady state that equals theta never fires in a sweep either", "[rate]") {
  Sweep sweep;
  sweep.request.neuron = {.R = 10, .C = 1, .u_rest = -65, .u_reset = -70, .theta = -50, .u_0 = -65};
  sweep.axes = {{"input[0].amplitude", {1.5, std::nextafter(1.5, 2), 1.5 + 1e-14, 1e-300}}};
  const std::vector<double> found = rates(sweep);
  CHECK(found[0] == 0);
  CHECK(found[1] == 0);  // 15 + 2e-15 - 65 rounds to -50
  CHECK(found[2] > 0);
  CHECK(found[3] == 0);
}

TEST_CASE("other rates are those of whole runs, between the first and the last spike", "[rate]") {
  Sweep sweep;
  sweep.request.input = {{.kind = Kind::sine, .amplitude = 2, .frequency = 100}};
  sweep.axes = {{"neuron.theta", {4, 5, 30}}, {"input[0].amplitude", {1, 3}}};
  sweep.request.method = GENERATE(Method::exact, Method::euler);
  const std::vector<double> found = rates(sweep);
  REQUIRE(found.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    Request request = sweep.request;
    request.neuron.theta = sweep.axes[0].values[i / 2];
    request.input[0].amplitude = sweep.axes[1].values[i % 2];
    CHECK(found[i] == Approx(rate_alone(request)).epsilon(1e-14));
  }
}

TEST_CASE("a sweep names what is wrong with its axes", "[rate]") {
  Sweep sweep;
  CHECK(first_field(sweep) == "axes");
  sweep.axes = {{"neuron.nose", {1}}};
  CHECK(first_field(sweep) == "axes[0].field");
  sweep.axes = {{"neuron.theta", {5, 4, 0.1}}};
  CHECK(first_field(sweep) == "axes[0].values[2]");
  sweep.axes = {{"neuron.theta", {5, 4}}, {"input[0].amplitude", {1, 1e99}}};
  CHECK(first_field(sweep) == "axes[1].values[1]");
  sweep.axes = {{"neuron.theta", {5, 4}}, {"neuron.u_0", {1, 2, 4.5, 7}}};
  CHECK(first_field(sweep) == "axes[1].values[3]");
  sweep.axes = {{"neuron.theta", {9, 4}}, {"neuron.u_reset", {1, 2, 4.5, 3}}};
  CHECK(first_field(sweep) == "axes[1].values[2]");
}

TEST_CASE("decimation keeps the extremes of every column, and no more", "[decimate]") {
  Request request;
  request.neuron = {.R = 5, .C = 0.5, .u_rest = 0, .u_reset = 0, .theta = 5, .u_0 = 0};
  request.input = {{.kind = Kind::sine, .amplitude = 4, .frequency = 300}};
  request.dt = 0.003;
  const Run found = run(request);
  const std::size_t columns = 50;
  const double from = 10, to = 90;
  const auto kept = decimate(found.t, found.u, found.current, from, to, columns);
  REQUIRE(std::is_sorted(kept.begin(), kept.end()));
  REQUIRE(std::adjacent_find(kept.begin(), kept.end()) == kept.end());

  const auto extremes = [&](const std::vector<double>& values, std::size_t column, bool decimated) {
    double low = INFINITY, high = -INFINITY, first = NAN, last = NAN;
    const auto take = [&](std::size_t i) {
      if (std::floor((found.t[i] - from) * (static_cast<double>(columns) / (to - from))) !=
          static_cast<double>(column)) {
        return;
      }
      if (std::isnan(first)) first = found.t[i];
      last = found.t[i];
      low = std::min(low, values[i]);
      high = std::max(high, values[i]);
    };
    if (decimated) {
      for (const std::size_t i : kept) take(i);
    } else {
      for (std::size_t i = 0; i < found.t.size(); ++i) take(i);
    }
    return std::array{low, high, first, last};
  };
  for (std::size_t column = 0; column < columns; ++column) {
    CHECK(extremes(found.u, column, true) == extremes(found.u, column, false));
    CHECK(extremes(found.current, column, true) == extremes(found.current, column, false));
  }
  CHECK(kept.size() <= 6 * (columns + 3));  // the two ends and t = to stand outside the columns
  CHECK(found.t[kept.front()] < from);
  CHECK(found.t[kept.back()] > to);
}

TEST_CASE("a view shows pulses and periods finer than its columns", "[view]") {
  Request request;
  request.input = {{.amplitude = 3, .start = 50.0001, .stop = 50.0002},
                   {.kind = Kind::sine, .amplitude = 1, .frequency = 5000}};
  auto outcome = view(request, 0, 100, 20);
  const View& found = std::get<View>(outcome);
  CHECK(found.current_max > 3);
  CHECK(found.t.front() == 0);
  CHECK(found.t.back() == Approx(100));
  CHECK(found.t.size() < 20 * 8);
  double low = 0;
  for (const double current : found.current) low = std::min(low, current);
  CHECK(low < -0.98);
}

TEST_CASE("a view of 7000 spikes has a few points a column, and theta wherever one fires",
          "[view]") {
  Request request;
  request.neuron = {.R = 5, .C = 0.5, .u_rest = 0, .u_reset = 0, .theta = 5, .u_0 = 0};
  request.input = {{.kind = Kind::sine, .amplitude = 1.2, .frequency = 5}};
  request.duration = 200'000;
  const std::size_t columns = 300;
  const auto outcome = view(request, 0, request.duration, columns);
  const View& found = std::get<View>(outcome);
  CHECK(found.spikes.size() > 6000);
  CHECK(found.t.size() <= 6 * (columns + 3));
  const auto column = [&](double t) {
    return static_cast<std::size_t>(t * (static_cast<double>(columns) / request.duration));
  };
  std::vector<bool> fires(columns + 1), peaks(columns + 1);
  for (const double spike : found.spikes) fires[column(spike)] = true;
  for (std::size_t i = 0; i < found.t.size(); ++i) {
    if (found.u[i] == request.neuron.theta) peaks[column(found.t[i])] = true;
    CHECK(found.u[i] <= request.neuron.theta);
  }
  CHECK(peaks == fires);
}

TEST_CASE("a view names a window that is none", "[view]") {
  for (const auto& [from, to] : {std::pair{-1.0, 5.0}, {5.0, 5.0}, {0.0, 101.0}, {NAN, 5.0}}) {
    const auto outcome = view(Request{}, from, to, 100);
    REQUIRE(std::holds_alternative<Issues>(outcome));
    CHECK(std::get<Issues>(outcome).front().field == "from");
  }
}

TEST_CASE("neurons side by side on the grid fire as each alone does", "[rate]") {
  Sweep sweep;
  sweep.request.method = GENERATE(Method::euler, Method::rk4);
  sweep.request.dt = GENERATE(0.013, 1.7, 20.0);
  sweep.axes = {{"neuron.t_ref", {0, 0.4, 31}}, {"input[0].amplitude", {}}};
  for (int i = 0; i < 37; ++i) sweep.axes[1].values.push_back(0.1 * i);
  const std::vector<double> found = rates(sweep);
  for (std::size_t i = 0; i < found.size(); ++i) {
    Request request = sweep.request;
    request.neuron.t_ref = sweep.axes[0].values[i / 37];
    request.input[0].amplitude = sweep.axes[1].values[i % 37];
    CHECK(found[i] == rate_alone(request));
  }
}

TEST_CASE("what a sweep on the grid leaves out changes no bit", "[rate]") {
  for_random_requests(7000, 300, [](Random& random, Request request) {
    // Steady states from far below theta to far above it, and within a few roundings of it; steps
    // from a thousandth of tau_m to beyond the limit of stability.
    const double just = rheobase(request.neuron);
    const double strength = (request.neuron.theta - request.neuron.u_reset) / request.neuron.R;
    std::vector<double> amplitudes;
    for (const double off : {-1.0, -1e-8, -1e-11, -1e-13, -1e-15, 0.0, 1e-15, 1e-12, 1e-3, 1.0}) {
      amplitudes.push_back(just + off * strength);
      amplitudes.push_back(just + off * strength * random.real(0, 4));
    }
    request.method = random.chance(0.5) ? Method::euler : Method::rk4;
    request.dt = tau_m(request.neuron) * random.scale(1e-3, 3);
    request.duration = request.dt * random.whole(1, 5000);
    request.input = {{}};
    const std::vector<double> found = rates({request, {{"input[0].amplitude", amplitudes}}});
    for (std::size_t i = 0; i < found.size(); ++i) {
      request.input[0].amplitude = amplitudes[i];
      CHECK(found[i] == rate_alone(request));
    }
  });
}
