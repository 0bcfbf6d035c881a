#include <cmath>
#include <iaf/firing_rate.hpp>
#include <iaf/spike_statistics.hpp>

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

TEST_CASE("rheobase and steady rate follow their closed forms", "[rate]") {
  const Lif neuron{
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
  const auto formula = [](const Lif& neuron, long double current) {
    const long double excess = neuron.R * current + neuron.u_rest - neuron.theta;
    if (excess <= 0) return 0.0L;
    const long double gap = static_cast<long double>(neuron.theta) - neuron.u_reset;
    return 1000 / (neuron.t_ref + neuron.R * std::log((excess + gap) / excess) * neuron.C);
  };
  for_random_requests(1, 500, [&](Random& random, Request request) {
    const double strength = (lif(request).theta - lif(request).u_reset) / lif(request).R;
    request.input = {Constant{.amplitude = 2 * strength},
                     Constant{.amplitude = -strength / 3, .start = -7}};
    Sweep sweep{request, {}};
    Lif& neuron = lif(request);
    const std::pair<const char*, double*> fields[] = {
        {"neuron.R", &neuron.R},
        {"neuron.C", &neuron.C},
        {"neuron.u_rest", &neuron.u_rest},
        {"neuron.u_reset", &neuron.u_reset},
        {"neuron.theta", &neuron.theta},
        {"neuron.u_0", &neuron.u_0},
        {"neuron.t_ref", &neuron.t_ref},
        {"input[0].amplitude", &part(request).amplitude},
        {"input[1].start", &part(request, 1).start}};
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
      const double current = part(request).amplitude + part(request, 1).amplitude;
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
  sweep.request.neuron =
      Lif{.R = 10, .C = 1, .u_rest = -65, .u_reset = -70, .theta = -50, .u_0 = -65};
  sweep.axes = {{"input[0].amplitude", {1.5, std::nextafter(1.5, 2), 1.5 + 1e-14, 1e-300}}};
  const std::vector<double> found = rates(sweep);
  CHECK(found[0] == 0);
  CHECK(found[1] == 0);  // 15 + 2e-15 - 65 rounds to -50
  CHECK(found[2] > 0);
  CHECK(found[3] == 0);
}

TEST_CASE("other rates are those of whole runs, between the first and the last spike", "[rate]") {
  Sweep sweep;
  sweep.request.input = {Sine{.amplitude = 2, .frequency = 100}};
  sweep.axes = {{"neuron.theta", {4, 5, 30}}, {"input[0].amplitude", {1, 3}}};
  sweep.request.method = GENERATE(Method::exact, Method::euler);
  const std::vector<double> found = rates(sweep);
  REQUIRE(found.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    Request request = sweep.request;
    lif(request).theta = sweep.axes[0].values[i / 2];
    part<Sine>(request).amplitude = sweep.axes[1].values[i % 2];
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
  lif(sweep.request).u_0 = 10;
  sweep.axes = {{"input[0].amplitude", {1, 2}}};
  CHECK(first_field(sweep) == "neuron.u_0");
  sweep.axes.push_back({"neuron.C", {1}});
  CHECK(first_field(sweep) == "neuron.u_0");
  sweep.axes = {{"neuron.theta", {20, 8}}, {"input[0].amplitude", {1, 2}}};
  CHECK(first_field(sweep) == "axes[0].values[1]");
  sweep = {};
  sweep.request.input = {Sine{}};
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

TEST_CASE("neurons side by side on the grid fire as each alone does", "[rate]") {
  Sweep sweep;
  sweep.request.method = GENERATE(Method::euler, Method::rk4);
  sweep.request.dt = GENERATE(0.013, 1.7, 20.0);
  sweep.axes = {{"neuron.t_ref", {0, 0.4, 31}}, {"input[0].amplitude", {}}};
  for (int i = 0; i < 37; ++i) sweep.axes[1].values.push_back(0.1 * i);
  const std::vector<double> found = rates(sweep);
  for (std::size_t i = 0; i < found.size(); ++i) {
    Request request = sweep.request;
    lif(request).t_ref = sweep.axes[0].values[i / 37];
    part(request).amplitude = sweep.axes[1].values[i % 37];
    CHECK(found[i] == rate_alone(request));
  }
}

TEST_CASE("what a sweep on the grid leaves out changes no bit", "[rate]") {
  for_random_requests(7000, 300, [](Random& random, Request request) {
    // Steady states from far below theta to far above it, and within a few roundings of it; steps
    // from a thousandth of tau_m to beyond the limit of stability.
    const double just = rheobase(lif(request));
    const double strength = (lif(request).theta - lif(request).u_reset) / lif(request).R;
    std::vector<double> amplitudes;
    for (const double off : {-1.0, -1e-8, -1e-11, -1e-13, -1e-15, 0.0, 1e-15, 1e-12, 1e-3, 1.0}) {
      amplitudes.push_back(just + off * strength);
      amplitudes.push_back(just + off * strength * random.real(0, 4));
    }
    request.method = random.chance(0.5) ? Method::euler : Method::rk4;
    request.dt = tau_m(lif(request)) * random.scale(1e-3, 3);
    request.duration = request.dt * random.whole(1, 5000);
    request.input = {Constant{}};
    const std::vector<double> found = rates({request, {{"input[0].amplitude", amplitudes}}});
    for (std::size_t i = 0; i < found.size(); ++i) {
      part(request).amplitude = amplitudes[i];
      CHECK(found[i] == rate_alone(request));
    }
  });
}
