#include <cmath>
#include <limits>
#include <set>

#include <iaf/firing_rate.hpp>
#include <iaf/view.hpp>

#include "run.hpp"

using namespace iaf;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

std::multiset<std::string> fields(const Request& request) {
  std::multiset<std::string> out;
  for (const Issue& issue : validate(request)) {
    out.insert(issue.field);
    CHECK(issue.message.find(issue.field) == 0);
    if (!issue.value.empty()) CHECK(issue.message.find(issue.value) != std::string::npos);
  }
  return out;
}

using Fields = std::multiset<std::string>;

}  // namespace

TEST_CASE("the defaults are valid", "[validate]") {
  CHECK(validate(Request{}).empty());
}

TEST_CASE("every bad number is named", "[validate]") {
  Request request;
  lif(request).R = 0;
  lif(request).C = -1;
  lif(request).t_ref = not_a_number;
  request.input = {Exponential{.tau = 0}, Sine{.frequency = infinity, .phase = -infinity},
                   Samples{}, Samples{.interval = -2, .values = {1, not_a_number}},
                   Constant{.amplitude = 1e13, .stop = not_a_number}};
  request.dt = 0;
  request.duration = infinity;
  CHECK(fields(request) == Fields{"neuron.R", "neuron.C", "neuron.t_ref", "input[0].tau",
                                  "input[1].frequency", "input[1].phase", "input[2].values",
                                  "input[3].interval", "input[3].values[1]", "input[4].amplitude",
                                  "input[4].stop", "dt", "duration"});
}

TEST_CASE("what must lie in order is named where it does not", "[validate]") {
  Request request;
  lif(request).u_reset = lif(request).theta;
  lif(request).u_0 = 7;
  request.input = {Constant{.start = 5, .stop = 5}};
  request.probe = {0, 100, 100.5};
  CHECK(fields(request) == Fields{"neuron.u_reset", "neuron.u_0", "input[0].stop", "probe[2]"});
}

TEST_CASE("u_rest above theta, t_ref of 0 and no input are valid", "[validate]") {
  Request request;
  request.neuron = Lif{.u_rest = 10, .theta = 5, .t_ref = 0};
  request.input = {};
  CHECK(validate(request).empty());
}

TEST_CASE("work past its bound is refused before it begins, and says what to change",
          "[validate]") {
  Request request;
  SECTION("steps") {
    request.dt = 9e-6;
    CHECK(fields(request) == Fields{"dt"});
    request.dt = 1e-5;
    CHECK(fields(request).empty());
  }
  SECTION("spikes under a constant input, counted in closed form") {
    request.neuron = Lif{.R = 1, .C = 1, .u_rest = 0, .u_reset = 0, .theta = 1, .u_0 = 0};
    request.input = {Constant{.amplitude = 1 / (1 - std::exp(-1.0))}};  // one spike a ms
    request.dt = 1000;
    request.duration = 0.99 * Limits::spikes;
    CHECK(fields(request).empty());
    request.duration = 1.01 * Limits::spikes;
    CHECK(fields(request) == Fields{"duration"});
  }
  SECTION("spikes under a changing input") {
    request.input = {Sine{.amplitude = 1e7}};
    CHECK(fields(request) == Fields{"duration"});
  }
  SECTION("spikes closer than times can tell") {
    request.input = {Exponential{.amplitude = 1e12, .tau = 1e-12, .start = 90}};
    lif(request).C = 1e-3;
    lif(request).theta = 0.5;
    CHECK(fields(request) == Fields{"neuron.t_ref"});
  }
  SECTION("cycles") {
    request.input = {Sine{.amplitude = 0.1, .frequency = 1e9}};
    CHECK(fields(request) == Fields{"input[0].frequency"});
  }
  SECTION("phases of which nothing is left") {
    request.input = {Sine{.frequency = 1e12, .start = -1e12}};
    request.duration = 1e-12;
    request.dt = 1e-12;
    CHECK(fields(request) == Fields{"input[0].frequency"});
  }
  SECTION("components") {
    request.input.assign(Limits::components + 1, Constant{.amplitude = 0});
    CHECK(fields(request) == Fields{"input"});
  }
  SECTION("values") {
    request.input = {Samples{.values = std::vector<double>(Limits::samples + 1)}};
    CHECK(fields(request) == Fields{"input[0].values"});
  }
  SECTION("components times steps") {
    request.input.assign(Limits::components, Constant{.amplitude = 0});
    request.method = Method::euler;
    request.dt = 1e-4;
    CHECK(fields(request) == Fields{"input"});
  }
}

TEST_CASE("a view, for which somebody waits, is bounded closer than a run", "[validate]") {
  Request request;
  const auto refused = [&]() -> std::string {
    CHECK(validate(request).empty());
    const auto outcome = view(request, 0, request.duration, 1000);
    const auto* issues = std::get_if<Issues>(&outcome);
    return issues == nullptr ? "" : issues->front().field;
  };
  SECTION("spikes") {
    request.duration = 1e6;
    CHECK(refused().empty());
    request.duration = 2e7;
    request.dt = 10;
    CHECK(refused() == "duration");
    request.method = Method::euler;
    CHECK(refused().empty());
  }
  SECTION("values") {
    request.input = {Samples{.interval = 1e-3, .values = std::vector<double>(2e5)}};
    CHECK(refused() == "input");
  }
  SECTION("components times samples") {
    request.input.assign(Limits::components, Exponential{.amplitude = 0});
    CHECK(refused().empty());
    request.input.push_back(Sine{.amplitude = 0, .frequency = 1e5});
    request.input.erase(request.input.begin());
    CHECK(refused() == "input");
  }
}

TEST_CASE("a thousand faults make no list of a thousand", "[validate]") {
  Request request;
  request.input.assign(100'000, Constant{.amplitude = std::numeric_limits<double>::quiet_NaN()});
  CHECK(fields(request) == Fields{"input"});
  request.input.assign(Limits::components, Constant{.amplitude = 1e99, .start = 5, .stop = 5});
  CHECK(validate(request).size() == Limits::issues);
  CHECK(std::get<Issues>(view(request, 1, 0, 1.5)).size() == Limits::issues);
}

TEST_CASE("work that only shows on the way is bounded too", "[validate]") {
  // Two sines that all but cancel: u stays near theta, and the bounds on its curvature are useless.
  Request request;
  request.neuron =
      Lif{.R = 10, .C = 1, .u_rest = 0, .u_reset = 0, .theta = 10, .u_0 = 0, .t_ref = 1e9};
  request.input = {Sine{.amplitude = 1e6, .frequency = 100},
                   Sine{.amplitude = -1e6, .frequency = 100 * (1 + 1e-13)},
                   Constant{.amplitude = 0.5}};
  request.duration = 1.9e7;
  request.dt = 1e3;
  REQUIRE(validate(request).empty());
  const auto outcome = simulate(request);
  REQUIRE(std::holds_alternative<Issues>(outcome));
  CHECK(std::get<Issues>(outcome).front().field == "input");
  CHECK(std::holds_alternative<Issues>(view(request, 0, request.duration, 100)));
  const auto rates = firing_rates({request, {{"neuron.R", {10}}}});
  REQUIRE(std::holds_alternative<Issues>(rates));
  CHECK(std::get<Issues>(rates).front().field == "axes[0].values[0]");
}

TEST_CASE("simulate answers an invalid request with its issues", "[validate]") {
  Request request;
  lif(request).theta = not_a_number;
  const auto outcome = simulate(request);
  REQUIRE(std::holds_alternative<Issues>(outcome));
  const Issue& issue = std::get<Issues>(outcome).front();
  CHECK(issue.field == "neuron.theta");
  CHECK(issue.value == "NaN");
  CHECK(issue.message == "neuron.theta = NaN mV: must be a number from -1e12 to 1e12");
}

TEST_CASE("numbers in messages read as people write them", "[validate]") {
  Request request;
  const auto text = [&](double value) {
    lif(request).R = -value;
    return validate(request).front().value;
  };
  CHECK(text(0.4) == "-0.4");
  CHECK(text(100) == "-100");
  CHECK(text(123456.789) == "-123456.789");
  CHECK(text(0.1 + 0.2) == "-0.3");
  CHECK(text(999999999999999.9) == "-1e15");
  CHECK(text(1e-12) == "-1e-12");
  CHECK(text(2.5e300) == "-2.5e300");
  CHECK(text(5e-324).substr(0, 2) == "-4");  // the least double is 4.94e-324
  CHECK(text(-infinity) == "Infinity");
}
