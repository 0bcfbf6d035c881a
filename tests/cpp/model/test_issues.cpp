#include <iaf/firing_rate.hpp>
#include <iaf/view.hpp>
#include <limits>

#include "model/validate.hpp"
#include "run.hpp"

// What an issue says beside its message: the kind of the fault, and as data what is allowed.

using namespace iaf;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Issue only(const Request& request) {
  const Issues issues = validate(request);
  REQUIRE(issues.size() == 1);
  return issues.front();
}

}  // namespace

TEST_CASE("a number out of its bounds says which they are", "[issues]") {
  Request request;
  SECTION("positive") {
    lif(request).R = 0;
    const Issue issue = only(request);
    CHECK(issue.code == code::out_of_bounds);
    CHECK(issue.code == "out-of-bounds");
    CHECK(issue.limits.least == 1e-12);
    CHECK(issue.limits.greatest == 1e12);
    CHECK_FALSE(issue.limits.below.has_value());
    CHECK_FALSE(issue.limits.above.has_value());
    CHECK(issue.limits.names.empty());
  }
  SECTION("finite") {
    lif(request).u_rest = 1e13;
    CHECK(only(request).limits.least == -1e12);
  }
  SECTION("not negative") {
    lif(request).t_ref = -1;
    CHECK(only(request).limits.least == 0);
  }
  SECTION("the end of a window") {
    request.input = {Constant{.stop = -infinity}};
    const Issues issues = validate(request);
    REQUIRE(issues.size() == 2);  // and it comes before its start
    CHECK(issues[0].limits.greatest == infinity);
  }
}

TEST_CASE("what must lie below or after another names that one's value", "[issues]") {
  Request request;
  lif(request).u_reset = 5;
  CHECK(only(request).code == code::out_of_order);
  CHECK(only(request).limits.below == 5);
  request = {};
  request.input = {Sine{.start = 7, .stop = 6}};
  CHECK(only(request).code == code::out_of_order);
  CHECK(only(request).limits.above == 7);
}

TEST_CASE("too much says how much would do", "[issues]") {
  Request request;
  SECTION("steps") {
    request.dt = 1e-9;
    CHECK(only(request).code == code::too_much_work);
    CHECK(only(request).limits.greatest == Limits::steps);
  }
  SECTION("components") {
    request.input.resize(1001);
    CHECK(only(request).code == code::too_many);
    CHECK(only(request).limits.greatest == 1000);
  }
  SECTION("no values at all") {
    request.input = {Samples{}};
    CHECK(only(request).code == code::empty);
    CHECK(only(request).limits.least == 1);
  }
  SECTION("cycles") {
    request.input = {Sine{.frequency = 1e9}};
    CHECK(only(request).code == code::too_much_work);
    CHECK(only(request).limits.greatest == Limits::cycles);
  }
}

TEST_CASE("probes, windows and axes say what they may be", "[issues]") {
  Request request;
  request.probe = {101};
  CHECK(only(request).code == code::outside_run);
  CHECK(only(request).limits.least == 0);
  CHECK(only(request).limits.greatest == 100);
  const auto shown = view(Request{}, 3, 2, 0.5);
  const Issues& issues = std::get<Issues>(shown);
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].code == code::out_of_bounds);
  CHECK(issues[0].limits.greatest == 20000);
  CHECK(issues[1].code == code::no_window);
  const auto rates = firing_rates({Request{}, {{"neuron.theta", {5, 0.2}}}});
  const Issue& issue = std::get<Issues>(rates).front();
  CHECK(issue.field == "axes[0].values[1]");
  CHECK(issue.code == code::out_of_order);
  CHECK(issue.limits.below == 0.2);
}

TEST_CASE("a method that cannot is told with those that can", "[issues]") {
  // All there is goes together today; this is what is said where it does not.
  const Issue issue = method_issue("input[1].kind", "poisson", Method::rk4,
                                   {.exact = true, .euler = true, .rk4 = false});
  CHECK(issue.field == "input[1].kind");
  CHECK(issue.value == "\"poisson\"");
  CHECK(issue.message ==
        "input[1].kind = \"poisson\": cannot be run by the method rk4; what can: exact, euler");
  CHECK(issue.code == code::cannot_run);
  REQUIRE(issue.limits.names.size() == 2);
  CHECK(issue.limits.names[0] == "exact");
  CHECK(issue.limits.names[1] == "euler");
}
