#include <cmath>
#include <iaf/firing_rate.hpp>
#include <iaf/view.hpp>

#include "conditioning.hpp"
#include "random.hpp"

using namespace iaf;

TEST_CASE("a view shows pulses and periods finer than its columns", "[view]") {
  Request request;
  request.input = {Constant{.amplitude = 3, .start = 50.0001, .stop = 50.0002},
                   Sine{.amplitude = 1, .frequency = 5000}};
  auto outcome = view(request, 0, 100, 20);
  const View& found = std::get<View>(outcome);
  CHECK(found.current_max > 3);
  CHECK(found.t.front() == 0);
  CHECK(found.t.back() == Approx(100));
  CHECK(found.t.size() < 20 * 8);
  double low = 0;
  for (const double current : found.values("current")) low = std::min(low, current);
  CHECK(low < -0.98);
}

TEST_CASE("a view of 7000 spikes has a few points a column, and theta wherever one fires",
          "[view]") {
  Request request;
  request.neuron = Lif{.R = 5, .C = 0.5, .u_rest = 0, .u_reset = 0, .theta = 5, .u_0 = 0};
  request.input = {Sine{.amplitude = 1.2, .frequency = 5}};
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
    if (found.values("u")[i] == lif(request).theta) peaks[column(found.t[i])] = true;
    CHECK(found.values("u")[i] <= lif(request).theta);
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
  request.neuron = Lif{.R = 10, .C = 0.6, .u_rest = 0, .u_reset = -70, .theta = 1e3, .u_0 = -10};
  request.duration = 1000;
  const double R = 10, tau = 6, columns = GENERATE(300.0, 1300.0);
  double current = 0, u = 0;
  SECTION("a sine, of which u has the steady amplitude") {
    const double frequency = GENERATE(3.7, 100.0, 159.155, 2222.0);
    request.input = {Sine{.amplitude = 3, .frequency = frequency, .phase = 0.2},
                     Constant{.amplitude = 1}};
    current = 4;
    u = 10 + 3 * R / std::hypot(1, 2 * pi * frequency / 1000 * tau);
  }
  SECTION("a sine and its octave") {
    request.input = {Sine{.amplitude = 1, .frequency = 40}, Sine{.amplitude = 1, .frequency = 80}};
    const double x = std::acos((std::sqrt(33) - 1) / 8);  // cos x + 2 cos 2x = 0
    current = std::sin(x) + std::sin(2 * x);
  }
  SECTION("a pulse on a sine, that ends on the way up") {
    request.input = {Sine{.amplitude = 1, .frequency = 10},
                     Constant{.amplitude = 5, .start = 700, .stop = 710}};
    current = 5 + std::sin(2 * pi * 0.1);
    const double w = 2 * pi / 100 * tau;
    u = R * (5 * -std::expm1(-10 / tau) +
             (std::sin(2 * pi * 0.1) - w * std::cos(2 * pi * 0.1)) / (1 + w * w));
  }
  SECTION("two exponentials, however short") {
    const double slow = GENERATE(0.02, 3.0), fast = slow / 4, start = 400.123;
    request.input = {Exponential{.amplitude = 2, .tau = slow, .start = start},
                     Exponential{.amplitude = -2, .tau = fast, .start = start}};
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
    request.input = {Ramp{.amplitude = 0.1, .start = 100, .stop = 123.4}};
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
    const double size = std::abs(lif(request).theta) + std::abs(lif(request).u_rest);
    double u = lif(request).u_0, current = 0, strength = 0;
    for (int i = 0; i <= 10'000; ++i) {
      request.probe.push_back(std::min(request.duration, request.duration * (i / 10'000.0)));
      const double now = input_current(request.input, request.probe.back());
      current = i > 0 ? std::max(current, now) : now;
      strength = std::max(strength, std::abs(now));
    }
    for (const double at : run(request).u_at_probe) u = std::max(u, at);
    CHECK(found.current_max >= current - 1e-9 * strength);
    CHECK(found.u_max >= u - 1e-9 * size);
    CHECK(found.u_max <= lif(request).theta);
    if (!found.spikes.empty()) CHECK(found.u_max == lif(request).theta);
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

TEST_CASE("a view has its traces by name, each with its unit", "[view]") {
  const View found = whole_view(Request{}, 300);
  REQUIRE(found.traces.size() == 2);
  CHECK(found.traces[0].name == "u");
  CHECK(found.traces[0].symbol == "u");
  CHECK(found.traces[0].unit == "mV");
  CHECK(found.traces[1].name == "current");
  CHECK(found.traces[1].symbol == "I");
  CHECK(found.traces[1].unit == "nA");
  for (const Trace& trace : found.traces) {
    CHECK(trace.values.size() == found.t.size());
    CHECK(found.values(trace.name).data() == trace.values.data());
  }
  CHECK(found.values("w").empty());
}

TEST_CASE("views by way of one kept run are those of fresh ones", "[view]") {
  Run kept;
  for_random_requests(13'000'000, 100, [&](Random& random, Request request) {
    request.method = static_cast<Method>(random.whole(0, 2));
    const View fresh = whole_view(request, 150);
    auto outcome = view(request, 0, request.duration, 150, kept);
    const View& found = std::get<View>(outcome);
    CHECK(found.t == fresh.t);
    CHECK(found.traces[0].values == fresh.traces[0].values);
    CHECK(found.traces[1].values == fresh.traces[1].values);
    CHECK(found.spikes == fresh.spikes);
    CHECK(found.u_max == fresh.u_max);
  });
}
