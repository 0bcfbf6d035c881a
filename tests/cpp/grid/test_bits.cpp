#include <cstdint>
#include <cstring>
#include <iaf/firing_rate.hpp>

#include "numbers/elementary.hpp"
#include "run.hpp"

// The grid methods and closed-form rates give the same bits from every compiler and in WebAssembly:
// the hashes below were made by g++, and clang++ and em++ have to repeat them. Round numbers would
// hide a fused multiply-add, so none is round.

using namespace iaf;

namespace {

/// FNV-1a over the bytes of the numbers, lowest first.
std::uint64_t hash(std::uint64_t seed, const std::vector<double>& numbers) {
  for (const double number : numbers) {
    std::uint64_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 8; ++i, bits >>= 8) seed = (seed ^ (bits & 0xff)) * 1099511628211U;
  }
  return seed;
}

Request awkward(const Component& component) {
  Request out;
  out.neuron = Lif{.R = 1000.0 / 97,
                   .C = 1 / 1.1,
                   .u_rest = -65.1,
                   .u_reset = -70.3,
                   .theta = -50.7,
                   .u_0 = -66 - 1.0 / 3,
                   .t_ref = 0.7};
  out.dt = 0.1 / 3;
  out.duration = 200 * pi;
  out.input = {Constant{.amplitude = 1.1}};
  out.input.push_back(component);
  std::visit([](auto& shape) { shape.start = 1.0 / 7, shape.stop = 500 + 1.0 / 3; },
             out.input.back());
  return out;
}

Samples awkward_samples() {
  Samples out{.interval = 0.7};
  for (int k = 0; k < 700; ++k) out.values.push_back(1.0 / (k % 7 + 3) + 0.1 * (k % 11));
  return out;
}

}  // namespace

TEST_CASE("grid methods give the same bits everywhere", "[bits]") {
  const auto [component, euler, rk4] = GENERATE(table<Component, std::uint64_t, std::uint64_t>({
      {Constant{.amplitude = 2.0 / 3}, 0xcfc3b97c0db1ebfd, 0x356cd14fc38db3a5},
      {Ramp{.amplitude = 0.01 / 3}, 0x63732eeda633a3fd, 0xf7497562a5186f7d},
      {Sine{.amplitude = 2.0 / 3, .frequency = 100 / pi, .phase = 0.1}, 0x5865b9ac86837370,
       0x03d2e17d1cf146cc},
      {Exponential{.amplitude = 5.3, .tau = 100 / pi}, 0x103077a50419a24f, 0x4f1f2427e2cbb074},
      {awkward_samples(), 0x3a2c58efc767601c, 0x2e0f91efe94dbe2e},
  }));
  INFO("kind " << component.index());
  Request request = awkward(component);
  const auto hash_of = [&](Method method) {
    request.method = method;
    const Run found = run(request);
    CHECK(found.spikes.size() >= 8);
    return hash(hash(hash(14695981039346656037U, found.u), found.current), found.spikes);
  };
  CHECK(hash_of(Method::euler) == euler);
  CHECK(hash_of(Method::rk4) == rk4);
}

TEST_CASE("rates in closed form have the same bits everywhere", "[bits]") {
  Sweep sweep{awkward(Constant{.amplitude = 2.0 / 3}), {{"neuron.R", {}}}};
  sweep.request.input = {Constant{.amplitude = 1.1}, Constant{.amplitude = 2.0 / 3}};
  for (int i = 0; i < 999; ++i) sweep.axes[0].values.push_back(8 + 0.1 * i / 3);
  const auto outcome = firing_rates(sweep);
  const auto& rates = std::get<std::vector<double>>(outcome);
  CHECK(rates.front() == 0);
  CHECK(rates.back() > 10);
  CHECK(hash(14695981039346656037U, rates) == 0x7014be7a5bbf7609);
}
