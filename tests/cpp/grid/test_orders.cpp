#include <cmath>
#include <limits>

#include "run.hpp"

// How fast the grid methods approach the exact one as dt = 2^0 … 2^-13 ms shrinks.

using namespace iaf;

namespace {

/// Every kind of input, no spike, and every edge and sample on the grid from dt = 1 ms down.
Request smooth() {
  Request out;
  out.neuron = Lif{.R = 7, .C = 1.3, .u_rest = -61, .u_reset = -70, .theta = 1000, .u_0 = -66};
  out.input = {Constant{.amplitude = 0.7}, Ramp{.amplitude = 0.03, .start = 3},
               Sine{.amplitude = 1.1, .frequency = 40, .phase = 0.4},
               Exponential{.amplitude = 2.5, .tau = 6, .start = 5, .stop = 21},
               Samples{.interval = 4, .values = {0, 1.5, -0.7, 2, 0}}};
  out.duration = 32;
  return out;
}

/// The largest error of u at the whole ms.
double error_of_u(Request request, Method method, double dt) {
  request.method = Method::exact;
  request.dt = 1;
  const Run exact = run(request);
  request.method = method;
  request.dt = dt;
  const Run found = run(request);
  const auto stride = static_cast<std::size_t>(1 / dt);
  double worst = 0;
  for (std::size_t i = 0; i < exact.u.size(); ++i) {
    worst = std::max(worst, std::abs(found.u[i * stride] - exact.u[i]));
  }
  return worst;
}

/// The largest error of a spike time; infinite where their numbers differ.
double error_of_spikes(Request request, Method method, double dt) {
  request.dt = dt;
  request.method = Method::exact;
  const std::vector<double> exact = run(request).spikes;
  request.method = method;
  const std::vector<double> found = run(request).spikes;
  if (found.size() != exact.size()) return std::numeric_limits<double>::infinity();
  double worst = 0;
  for (std::size_t i = 0; i < exact.size(); ++i)
    worst = std::max(worst, std::abs(found[i] - exact[i]));
  return worst;
}

}  // namespace

TEST_CASE("on smooth input below theta euler is of order 1 and rk4 of order 4", "[orders]") {
  const auto [method, order, floor] = GENERATE(table<Method, double, double>({
      {Method::euler, 1, 0},
      // Below this the 32·2^13 roundings of u count, not the method.
      {Method::rk4, 4, 1e-12},
  }));
  INFO("order " << order);
  double coarse = error_of_u(smooth(), method, 1);
  int compared = 0;
  for (int k = 1; k <= 13; ++k) {
    const double dt = std::ldexp(1.0, -k);
    INFO("dt = 2^-" << k << " ms");
    const double fine = error_of_u(smooth(), method, dt);
    if (fine > floor) {
      // The next power of dt in the error is dt/(2 tau_m) or so of the first.
      CHECK(std::log2(coarse / fine) == Approx(order).margin(1.2 * dt));
      ++compared;
    } else {
      CHECK(fine <= 1e-12);
    }
    coarse = fine;
  }
  CHECK(compared >= (method == Method::euler ? 13 : 6));
}

TEST_CASE("across spikes euler and rk4 are both of order 1", "[orders]") {
  // A spike and the reset after it wait for the next grid point: at each spike up to dt is lost,
  // however well the method knows u, and the losses add up. They are of the size of dt but not
  // proportional to it, since where between two points a crossing falls is a matter of luck.
  Request request;  // a constant current: every interval is rounded up to the grid by itself
  const double isi = run(request).spikes.front();
  const double tau = tau_m(lif(request));
  const double u_inf = lif(request).R * part(request).amplitude;
  const double steps_back = std::log((u_inf - lif(request).u_reset) / (u_inf - lif(request).theta));
  for (int k = 1; k <= 13; ++k) {  // at dt = 1 ms euler invents a fifth spike
    const double dt = std::ldexp(1.0, -k);
    INFO("dt = 2^-" << k << " ms");
    CHECK(error_of_spikes(request, Method::rk4, dt) ==
          Approx(4 * (std::ceil(isi / dt) * dt - isi)).margin(1e-11));
    // Euler takes (1 - dt/tau)^n for e^(-n dt/tau): it is early, by a factor log1p(-x)/-x of n.
    const double early = steps_back / -std::log1p(-dt / tau);
    CHECK(error_of_spikes(request, Method::euler, dt) ==
          Approx(4 * (isi - std::ceil(early) * dt)).margin(1e-11));
  }
}

TEST_CASE("with a spike in between, rk4's u afterwards has lost its order", "[orders]") {
  Request request = smooth();
  lif(request).theta = -55;
  lif(request).t_ref = 40;  // one spike, then rest: only the waiting for the grid is seen
  const double dt = GENERATE(0x1p-3, 0x1p-6, 0x1p-9, 0x1p-13);
  CHECK(error_of_spikes(request, Method::rk4, dt) <= dt);
  CHECK(error_of_spikes(request, Method::rk4, dt) >= 1e-3 * dt);
}
