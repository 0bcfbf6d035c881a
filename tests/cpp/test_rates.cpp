#include <cmath>
#include <iaf/decimate.hpp>
#include <iaf/firing_rate.hpp>
#include <iaf/spike_statistics.hpp>
#include <iaf/view.hpp>

#include "conditioning.hpp"
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

TEST_CASE("a sweep looks at its probes once", "[rate]") {
  Sweep sweep;
  sweep.request.probe = {60};
  sweep.axes = {{"duration", {100, 50}}};
  CHECK(rates(sweep).size() == 2);
}

TEST_CASE("two axes may not set one field", "[rate]") {
  CHECK(first_field({{}, {{"neuron.R", {1}}, {"neuron.R", {2}}}}) == "axes[1].field");
}

TEST_CASE("what is wrong whatever an axis sets is an issue of its own field", "[rate]") {
  Sweep sweep;
  sweep.request.neuron.u_0 = 10;
  sweep.axes = {{"input[0].amplitude", {1, 2}}};
  CHECK(first_field(sweep) == "neuron.u_0");
  sweep.axes.push_back({"neuron.C", {1}});
  CHECK(first_field(sweep) == "neuron.u_0");
  sweep.axes = {{"neuron.theta", {20, 8}}, {"input[0].amplitude", {1, 2}}};
  CHECK(first_field(sweep) == "axes[0].values[1]");
  sweep = {};
  sweep.request.input = {{.kind = Kind::sine}};
  sweep.request.dt = 1e-9;
  sweep.axes = {{"neuron.R", {1, 2}}};
  CHECK(first_field(sweep) == "dt");
  sweep.axes.push_back({"duration", {1e-3, 100}});
  CHECK(first_field(sweep) == "axes[1].values[1]");
  sweep.request.probe = {1};
  CHECK(first_field(sweep) == "probe[0]");
}

TEST_CASE("what is wrong because of an axis is an issue of its value", "[rate]") {
  Sweep sweep;
  sweep.axes = {{"neuron.theta", {0.2}}, {"input[0].amplitude", {1, 2}}};
  CHECK(first_field(sweep) == "axes[0].values[0]");
  sweep.axes = {{"neuron.theta", {5, 0.2}}, {"input[0].amplitude", {1, 2}}};
  const auto outcome = firing_rates(sweep);
  const Issue& issue = std::get<Issues>(outcome).front();
  CHECK(issue.field == "axes[0].values[1]");
  CHECK(issue.value == "0.2");
  CHECK(issue.message ==
        "axes[0].values[1] = 0.2 mV: neuron.u_reset = 0.4 mV: must lie below theta = 0.2 mV");
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

namespace {

View whole_view(const Request& request, double columns) {
  auto outcome = view(request, 0, request.duration, columns);
  if (const auto* issues = std::get_if<Issues>(&outcome)) FAIL(issues->front().message);
  return std::get<View>(std::move(outcome));
}

constexpr double pi = 3.14159265358979323846;

}  // namespace

TEST_CASE("the peaks of a view are those of the curves, not of its points", "[view]") {
  Request request;
  request.neuron = {.R = 10, .C = 0.6, .u_rest = 0, .u_reset = -70, .theta = 1e3, .u_0 = -10};
  request.duration = 1000;
  const double R = 10, tau = 6, columns = GENERATE(300.0, 1300.0);
  double current = 0, u = 0;
  SECTION("a sine, of which u has the steady amplitude") {
    const double frequency = GENERATE(3.7, 100.0, 159.155, 2222.0);
    request.input = {{.kind = Kind::sine, .amplitude = 3, .frequency = frequency, .phase = 0.2},
                     {.amplitude = 1}};
    current = 4;
    u = 10 + 3 * R / std::hypot(1, 2 * pi * frequency / 1000 * tau);
  }
  SECTION("a sine and its octave") {
    request.input = {{.kind = Kind::sine, .amplitude = 1, .frequency = 40},
                     {.kind = Kind::sine, .amplitude = 1, .frequency = 80}};
    const double x = std::acos((std::sqrt(33) - 1) / 8);  // cos x + 2 cos 2x = 0
    current = std::sin(x) + std::sin(2 * x);
  }
  SECTION("a pulse on a sine, that ends on the way up") {
    request.input = {{.kind = Kind::sine, .amplitude = 1, .frequency = 10},
                     {.amplitude = 5, .start = 700, .stop = 710}};
    current = 5 + std::sin(2 * pi * 0.1);
    const double w = 2 * pi / 100 * tau;
    u = R * (5 * -std::expm1(-10 / tau) +
             (std::sin(2 * pi * 0.1) - w * std::cos(2 * pi * 0.1)) / (1 + w * w));
  }
  SECTION("two exponentials, however short") {
    const double slow = GENERATE(0.02, 3.0), fast = slow / 4, start = 400.123;
    request.input = {{.kind = Kind::exponential, .amplitude = 2, .tau = slow, .start = start},
                     {.kind = Kind::exponential, .amplitude = -2, .tau = fast, .start = start}};
    const double top = std::log(4) / (1 / fast - 1 / slow);
    current = 2 * (std::exp(-top / slow) - std::exp(-top / fast));
    const auto at = [&](double s) {
      const auto part = [&](double t) {
        return 2 * R / tau * (std::exp(-s / t) - std::exp(-s / tau)) / (1 / tau - 1 / t);
      };
      return part(slow) - part(fast);
    };
    for (int i = 0; i <= 1'000'000; ++i) u = std::max(u, at(5e-5 * i * slow));
  }
  SECTION("a ramp that stops") {
    request.input = {{.kind = Kind::ramp, .amplitude = 0.1, .start = 100, .stop = 123.4}};
    current = 2.34;
    u = R * 0.1 * (23.4 + tau * std::expm1(-23.4 / tau));
  }
  const View found = whole_view(request, columns);
  CHECK(found.current_max == Approx(current).epsilon(1e-8));
  if (u != 0) CHECK(found.u_max == Approx(u).epsilon(1e-8));
}

TEST_CASE("nothing in a view is above its peaks", "[view]") {
  for_random_requests(12'000'000, 300, [](Random&, Request request) {
    const View found = whole_view(request, 200);
    const double size = std::abs(request.neuron.theta) + std::abs(request.neuron.u_rest);
    double u = request.neuron.u_0, current = 0, strength = 0;
    for (int i = 0; i <= 10'000; ++i) {
      request.probe.push_back(std::min(request.duration, request.duration * (i / 10'000.0)));
      const double now = input_current(request.input, request.probe.back());
      current = i > 0 ? std::max(current, now) : now;
      strength = std::max(strength, std::abs(now));
    }
    for (const double at : run(request).u_at_probe) u = std::max(u, at);
    CHECK(found.current_max >= current - 1e-9 * strength);
    CHECK(found.u_max >= u - 1e-9 * size);
    CHECK(found.u_max <= request.neuron.theta);
    if (!found.spikes.empty()) CHECK(found.u_max == request.neuron.theta);
  });
}

TEST_CASE("a view is a whole number of columns wide", "[view]") {
  for (const double columns : {0.0, 1.5, -3.0, double{NAN}, 20001.0}) {
    const auto outcome = view(Request{}, 0, 100, columns);
    REQUIRE(std::holds_alternative<Issues>(outcome));
    CHECK(std::get<Issues>(outcome).front().field == "columns");
  }
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
