#include <cmath>

#include "reference.hpp"
#include "run.hpp"

using namespace iaf;

TEST_CASE("euler repeats the notebook", "[grid]") {
  for (const reference::Notebook& wanted : reference::notebook()) {
    INFO(wanted.name);
    const Run found = run(wanted.request);
    REQUIRE(found.t.size() == wanted.samples);
    REQUIRE(found.spikes.size() == wanted.spike_step.size());
    for (std::size_t i = 0; i < found.spikes.size(); ++i) {
      CHECK(found.spikes[i] == static_cast<double>(wanted.spike_step[i]) * wanted.request.dt);
    }
    for (std::size_t i = 0; i < wanted.u.size(); ++i) {
      CHECK(std::abs(found.u[wanted.u_step[i]] - wanted.u[i]) <= 1e-9);
    }
  }
}

TEST_CASE("grid methods sample at i·dt and are reset at the step of a spike", "[grid]") {
  Request request;
  request.method = GENERATE(Method::euler, Method::rk4);
  request.dt = 0.07;
  const Run found = run(request);
  REQUIRE(found.t.size() == 1429);  // floor(100/0.07 + 1e-9) + 1
  for (std::size_t i = 0; i < found.t.size(); ++i)
    CHECK(found.t[i] == static_cast<double>(i) * 0.07);
  REQUIRE(found.spikes.size() == 4);
  for (const double spike : found.spikes) {
    const auto step = static_cast<std::size_t>(std::lround(spike / 0.07));
    CHECK(found.t[step] == spike);
    CHECK(found.u[step] == lif(request).u_reset);
  }
  CHECK(found.u_at_probe.empty());
}

TEST_CASE("the end point belongs to the grid whatever the rounding of duration/dt", "[grid]") {
  Request request;
  request.method = Method::euler;
  request.dt = 0.1;
  request.duration = 0.3;  // 0.3/0.1 < 3 in doubles
  CHECK(run(request).t.size() == 4);
}

TEST_CASE("a pulse between two grid points is felt by every method", "[grid]") {
  Request request;
  request.neuron = Lif{.R = 1, .C = 10, .u_rest = 0, .u_reset = 0, .theta = 100, .u_0 = 0};
  request.input = {Constant{.amplitude = 50, .start = 3.25, .stop = 3.75}};
  request.dt = 1;
  request.duration = 10;
  const double kick = 50 * -std::expm1(-0.05);
  request.method = Method::exact;
  CHECK(run(request).u[4] == Approx(kick * std::exp(-0.025)).epsilon(1e-14));
  request.method = Method::rk4;
  CHECK(run(request).u[4] == Approx(kick * std::exp(-0.025)).epsilon(1e-6));
  request.method = Method::euler;
  CHECK(run(request).u[4] == Approx(50 * 0.05 * (1 - 0.025)).epsilon(1e-14));
}

TEST_CASE("t_ref holds a grid method at u_reset for as many steps as it takes", "[grid]") {
  Request request;
  lif(request).t_ref = 0.3;
  request.method = Method::euler;
  request.dt = 0.1;
  const Run found = run(request);
  const auto step = static_cast<std::size_t>(std::lround(found.spikes[0] / 0.1));
  for (std::size_t i = step; i <= step + 3; ++i) CHECK(found.u[i] == lif(request).u_reset);
  CHECK(found.u[step + 4] > lif(request).u_reset);
}

TEST_CASE("a step beyond the limit of stability stays a number", "[grid]") {
  Request request;
  request.neuron = Lif{.R = 1, .C = 1e-3, .u_rest = -1, .u_reset = 0, .theta = 5, .u_0 = 1};
  request.input = {};
  request.method = GENERATE(Method::euler, Method::rk4);
  request.dt = GENERATE(2.1e-3, 2.9e-3, 0.1, 20.0);
  for (const double u : run(request).u) CHECK(std::isfinite(u));
}
