#include <cmath>
#include <limits>

#include "reference.hpp"
#include "run.hpp"

using namespace iaf;

namespace {

/// How far a spike may be from the truth: the tolerance of the reference, and where u only grazes
/// theta, what the rounding of u itself (8 ulp of the potentials at hand) is worth at the slope
/// there.
long double tolerance(const reference::Exact& wanted, long double spike) {
  const Lif& neuron = lif(wanted.request);
  Request before = wanted.request;
  before.input = wanted.request.input;
  const auto t = static_cast<double>(spike);
  const double h = 1e-6;
  before.probe = {t - 2 * h, t - h};
  before.duration = t;
  const std::vector<double> u = run(before).u_at_probe;
  const double slope = std::max((u[1] - u[0]) / h, 1e-12);
  const double scale = std::max({std::abs(neuron.theta), std::abs(neuron.u_rest), 1.0});
  return 2e-12L + 2e-14L * spike + 8 * std::numeric_limits<double>::epsilon() * scale / slope;
}

}  // namespace

TEST_CASE("exact agrees with the high-precision references", "[exact]") {
  for (const reference::Exact& wanted : reference::exact("exact.json")) {
    INFO(wanted.name);
    const Run found = run(wanted.request);
    REQUIRE(found.spikes.size() == wanted.spikes.size());
    for (std::size_t i = 0; i < found.spikes.size(); ++i) {
      INFO("spike " << i);
      CHECK(std::abs(found.spikes[i] - wanted.spikes[i]) <= tolerance(wanted, wanted.spikes[i]));
    }
    for (std::size_t i = 0; i < wanted.u_at_probe.size(); ++i) {
      INFO("probe " << i);
      CHECK(std::abs(found.u_at_probe[i] - wanted.u_at_probe[i]) <= 1e-9);
    }
  }
}

TEST_CASE("the samples of an exact run lie on the grid and at both sides of each spike",
          "[exact]") {
  for (const reference::Exact& wanted : reference::exact("exact.json")) {
    INFO(wanted.name);
    Request request = wanted.request;
    request.dt = 0.37;
    const Run found = run(request);
    const auto grid = static_cast<std::size_t>(request.duration / request.dt + 1e-9) + 1;
    REQUIRE(found.t.size() == grid + 2 * found.spikes.size());
    REQUIRE(found.u.size() == found.t.size());
    REQUIRE(found.current.size() == found.t.size());

    Request probing = request;  // the same instants through the closed form alone
    probing.probe.clear();
    std::size_t spike = 0, point = 0;
    for (std::size_t i = 0; i < found.t.size(); ++i) {
      if (spike < found.spikes.size() && found.t[i] == found.spikes[spike] &&
          found.u[i] == lif(request).theta) {
        REQUIRE(found.t[i + 1] == found.spikes[spike]);
        REQUIRE(found.u[i + 1] == lif(request).u_reset);
        ++i, ++spike;
        continue;
      }
      REQUIRE(found.t[i] == static_cast<double>(point) * request.dt);
      ++point;
      if (found.t[i] <= request.duration) probing.probe.push_back(found.t[i]);
    }
    REQUIRE(spike == found.spikes.size());
    REQUIRE(point == grid);
    const std::vector<double> u = run(probing).u_at_probe;
    std::size_t probe = 0;
    for (std::size_t i = 0; i < found.t.size() && probe < u.size(); ++i) {
      if (found.t[i] != probing.probe[probe]) continue;
      CHECK(std::abs(found.u[i] - u[probe++]) <= 1e-11);
    }
    CHECK(probe == u.size());
  }
}

TEST_CASE("a steady state equal to theta never fires", "[exact]") {
  Request request;
  request.duration = 10000;
  // In doubles 0.1 + 0.2 > 0.3 and 1.6·2.5 > 4: as people write them they are equal.
  SECTION("R I = theta") {
    request.neuron = Lif{.R = 2.5, .C = 0.9, .u_rest = 0, .u_reset = 0, .theta = 4, .u_0 = 0};
    request.input = {Constant{.amplitude = 1.6}};
  }
  SECTION("R (I1 + I2) = theta") {
    request.neuron = Lif{.R = 10, .C = 0.1, .u_rest = 0, .u_reset = 0, .theta = 3, .u_0 = 0};
    request.input = {Constant{.amplitude = 0.1}, Constant{.amplitude = 0.2}};
  }
  SECTION("u_rest = theta without input") {
    request.neuron = Lif{.R = 10, .C = 1, .u_rest = -50, .u_reset = -65, .theta = -50, .u_0 = -60};
    request.input = {};
  }
  CHECK(run(request).spikes.empty());
}

TEST_CASE("a neuron with u_rest above theta fires without input", "[exact]") {
  Request request;
  request.neuron =
      Lif{.R = 10, .C = 1, .u_rest = -40, .u_reset = -65, .theta = -50, .u_0 = -65, .t_ref = 3};
  request.input = {};
  const double isi = 10 * std::log(25.0 / 10.0);  // tau_m ln((u_rest - u_reset)/(u_rest - theta))
  const Run found = run(request);
  REQUIRE(found.spikes.size() == 8);
  for (std::size_t i = 0; i < found.spikes.size(); ++i) {
    CHECK(found.spikes[i] == Approx(isi + static_cast<double>(i) * (isi + 3)).epsilon(1e-14));
  }
}

TEST_CASE("a million spikes keep their times", "[exact]") {
  Request request;
  request.neuron =
      Lif{.R = 1, .C = 0.5, .u_rest = 0, .u_reset = 0, .theta = 1, .u_0 = 0, .t_ref = 0.25};
  request.input = {Constant{.amplitude = 1.5}};
  request.duration = 1e6;
  request.dt = 1000;
  const long double isi = 0.25L + 0.5L * std::log(3.0L);
  const Run found = run(request);
  REQUIRE(found.spikes.size() == static_cast<std::size_t>((1e6L + 0.25L) / isi));
  const std::size_t last = found.spikes.size() - 1;
  for (const std::size_t i : {std::size_t{0}, std::size_t{999}, std::size_t{999999}, last}) {
    const long double wanted = static_cast<long double>(i + 1) * isi - 0.25L;
    CHECK(std::abs(found.spikes[i] - wanted) <= 2e-12L + 2e-14L * wanted);
  }
}

TEST_CASE("u at the very instant of a spike is the value before it", "[exact]") {
  Request request;
  const double spike = run(request).spikes.front();
  request.probe = {std::nextafter(spike, 100.0), spike, std::nextafter(spike, 0.0)};
  const std::vector<double> u = run(request).u_at_probe;
  CHECK(u[0] == Approx(0.4));
  CHECK(u[1] == Approx(5));
  CHECK(u[2] == Approx(5));
}

TEST_CASE("an edge at the very end of a run is one of the current's last value", "[exact]") {
  Request request;
  request.duration = 20;
  request.dt = 1;
  double wanted = 0;
  SECTION("start") {
    request.input = {Constant{.amplitude = 2, .start = 20}};
    wanted = 2;
  }
  SECTION("stop") {
    request.input = {Constant{.amplitude = 2, .stop = 20}};
  }
  SECTION("both, of a sine on an offset") {
    request.input = {Constant{.amplitude = 0.25}, Sine{.frequency = 50, .stop = 20},
                     Exponential{.amplitude = 3, .start = 20}};
    wanted = 3.25;
  }
  SECTION("the last sample") {
    request.input = {Samples{.interval = 5, .values = {1, 2, 3, 4, 5}}};
  }
  SECTION("a sample but the last") {
    request.input = {Samples{.interval = 5, .values = {1, 2, 3, 4, 5, 6}}};
    wanted = 5;
  }
  SECTION("in the refractory period") {
    lif(request).t_ref = 19;
    request.input = {Constant{.amplitude = 10, .stop = 20}};
  }
  for (const Method method : {Method::exact, Method::rk4, Method::euler}) {
    request.method = method;
    const Run found = run(request);
    CHECK(found.t.back() == 20);
    CHECK(found.current.back() == Approx(wanted));
  }
}

TEST_CASE("an edge at the end changes neither u nor the spikes", "[exact]") {
  Request request;
  request.dt = 0.3;
  lif(request).t_ref = GENERATE(0, 3, 50);
  const double spike = run(request).spikes.front();
  for (const double end : {spike, std::nextafter(spike, 0.0), 23.0, 24.3}) {
    request.duration = end;
    request.probe = {end};
    const Run plain = run(request);
    Request other = request;
    other.input.push_back(Constant{.amplitude = 100, .start = end});
    const Run edged = run(other);
    CHECK(edged.t == plain.t);
    CHECK(edged.spikes == plain.spikes);
    for (std::size_t i = 0; i < plain.u.size(); ++i) CHECK(edged.u[i] == Approx(plain.u[i]));
    CHECK(edged.u_at_probe[0] == Approx(plain.u_at_probe[0]));
  }
}

TEST_CASE("t_ref that ends inside a pulse leaves the rest of the pulse", "[exact]") {
  Request request;
  request.neuron =
      Lif{.R = 10, .C = 1, .u_rest = 0, .u_reset = 0, .theta = 10, .u_0 = 0, .t_ref = 7};
  request.input = {Constant{.amplitude = 2, .start = 5, .stop = 25}};
  request.duration = 60;
  request.probe = {24, 40};
  const double first = 5 + 10 * std::log(2.0), released = first + 7;
  const Run found = run(request);
  REQUIRE(found.spikes.size() == 1);
  CHECK(found.spikes[0] == Approx(first).epsilon(1e-14));
  CHECK(found.u_at_probe[0] == Approx(20 * -std::expm1(-(24 - released) / 10)).epsilon(1e-13));
  CHECK(found.u_at_probe[1] ==
        Approx(20 * -std::expm1(-(25 - released) / 10) * std::exp(-1.5)).epsilon(1e-13));
}
