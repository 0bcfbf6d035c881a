// Times the core and prints one line of JSON a figure: the median of several runs, in nanoseconds.
// Runs go into one that is kept, as a caller in a hurry would do. Built natively and as wasm;
// bench.mjs runs both and prints the table.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iaf/simulate.hpp>
#include <string>
#include <vector>

namespace {

using namespace iaf;

struct Experiment {
  const char* name;
  Lif neuron;
  Input input;
};

std::vector<Experiment> experiments() {
  const Lif decaying{.R = 5, .C = 0.5, .u_rest = 0, .u_reset = 0, .theta = 5, .u_0 = 0};
  const auto decay = [](double amplitude, double tau) {
    return Input{Exponential{.amplitude = amplitude, .tau = tau}};
  };
  return {{"constant", {}, {Constant{.amplitude = 0.8}}},
          {"time-varying",
           {.R = 100 / 6.3,
            .C = 6.3 * 6.3 / 100,
            .u_rest = 48.4,
            .u_reset = -70,
            .theta = 48.2,
            .u_0 = 0},
           {Sine{.amplitude = 1, .frequency = 159.15494309189535}}},
          {"two currents",
           {.R = 3.3, .C = 1, .u_rest = 0, .u_reset = 0.2, .theta = 7.5, .u_0 = 0.2},
           {Constant{.amplitude = 1}, Constant{.amplitude = 1.3}}},
          {"high, short", decaying, decay(10, 10)},
          {"low, long", decaying, decay(1, 100)},
          {"high, long", decaying, decay(10, 100)},
          {"low, short", decaying, decay(1, 10)}};
}

/// Median time of one call in ns, over runs long enough for the clock.
template <class Call>
double median_ns(Call call) {
  using Clock = std::chrono::steady_clock;
  const auto time_of = [&](int calls) {
    const auto start = Clock::now();
    for (int i = 0; i < calls; ++i) call();
    return std::chrono::duration<double, std::nano>(Clock::now() - start).count() / calls;
  };
  const int calls = std::max(1, static_cast<int>(2e6 / std::max(time_of(20), 1.0)));
  std::vector<double> times;
  for (int i = 0; i < 15; ++i) times.push_back(time_of(calls));
  std::nth_element(times.begin(), times.begin() + 7, times.end());
  return times[7];
}

/// One line of figures for an experiment.
std::string figures(const Experiment& experiment) {
  Request request{.neuron = experiment.neuron, .input = experiment.input};
  double checksum = 0;
  Run result;
  std::size_t spikes = 0;
  const auto run = [&] {
    if (!simulate(request, result).empty()) std::abort();
    checksum += result.u.back();
    spikes = result.spikes.size();
  };
  const auto timed = [&](Method method, double dt) {
    request.method = method;
    request.dt = dt;
    return median_ns(run);
  };
  const double plain = timed(Method::exact, 0.1);
  const double fine = timed(Method::exact, 0.01);
  const std::size_t exact_spikes = spikes;
  const double euler = timed(Method::euler, 0.01);
  const double rk4 = timed(Method::rk4, 0.01);
  char line[512];
  std::snprintf(line, sizeof line,
                "{\"experiment\": \"%s\", \"spikes\": %zu, \"exact\": %.0f, \"exact_fine\": %.0f, "
                "\"euler\": %.0f, \"rk4\": %.0f, \"steps\": 10000, \"checksum\": %.17g}",
                experiment.name, exact_spikes, plain, fine, euler, rk4, checksum);
  return line;
}

}  // namespace

int main() {
  const std::vector<Experiment> all = experiments();
  for (const Experiment& experiment : all) figures(experiment);  // until the wasm compiler is done
  for (const Experiment& experiment : all) std::puts(figures(experiment).c_str());
}
