#include "random.hpp"

// A run that the caller keeps: the same bits as a fresh one, whatever was in it before.

using namespace iaf;

namespace {

void check_same(const Run& found, const Run& wanted) {
  CHECK(found.t == wanted.t);
  CHECK(found.u == wanted.u);
  CHECK(found.current == wanted.current);
  CHECK(found.spikes == wanted.spikes);
  CHECK(found.u_at_probe == wanted.u_at_probe);
}

}  // namespace

TEST_CASE("a kept run holds what a fresh one would, after longer and shorter ones", "[reuse]") {
  Run kept;
  for_random_requests(14'000'000, 300, [&](Random& random, Request request) {
    request.method = static_cast<Method>(random.whole(0, 2));
    for (int i = random.whole(0, 3); i > 0; --i) {
      request.probe.push_back(random.real(0, request.duration));
    }
    CHECK(simulate(request, kept).empty());
    check_same(kept, run(request));
  });
}

TEST_CASE("nothing of a longer run is left in a shorter one, nor in one that is refused",
          "[reuse]") {
  Run kept;
  Request request;
  request.probe = {1, 2, 3};
  request.duration = 1000;
  REQUIRE(simulate(request, kept).empty());
  REQUIRE(kept.spikes.size() > 40);
  request.probe.clear();
  request.duration = 10;
  request.method = GENERATE(Method::exact, Method::euler, Method::rk4);
  REQUIRE(simulate(request, kept).empty());
  CHECK(kept.t.size() == 101);
  CHECK(kept.spikes.empty());
  CHECK(kept.u_at_probe.empty());
  request.dt = -1;
  const Issues issues = simulate(request, kept);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].field == "dt");
  check_same(kept, Run{});
}

TEST_CASE("a kept run asks for no more memory where it has enough", "[reuse]") {
  Run kept;
  Request request;
  request.method = GENERATE(Method::exact, Method::euler);
  REQUIRE(simulate(request, kept).empty());
  const double* const u = kept.u.data();
  lif(request).theta = 4;
  request.duration = 50;
  REQUIRE(simulate(request, kept).empty());
  CHECK(kept.u.data() == u);
}
