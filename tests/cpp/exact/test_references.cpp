#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "conditioning.hpp"
#include "reference.hpp"
#include "run.hpp"

// Against mpmath, Brian2 and NEURON: data that no code of this project had a part in.

using namespace iaf;

namespace {

/// A number that a case of a reference file states besides the request.
std::vector<double> numbers(const std::string& file, const std::string& field) {
  std::ifstream stream(std::string(REFERENCE_DIRECTORY) + "/" + file);
  std::vector<double> out;
  for (const auto& source : nlohmann::json::parse(stream)) out.push_back(source.at(field));
  return out;
}

}  // namespace

TEST_CASE("exact agrees with the high-precision solutions of random.json", "[references]") {
  for (const reference::Exact& wanted : reference::exact("random.json")) {
    INFO(wanted.name);
    const Run found = run(wanted.request);
    REQUIRE(found.spikes.size() == wanted.spikes.size());
    const std::vector<double> rounding = rounding_of_spikes(wanted.request, found);
    for (std::size_t i = 0; i < found.spikes.size(); ++i) {
      INFO("spike " << i);
      const double goal = 2e-12 + 2e-14 * found.spikes[i];
      CHECK(std::abs(found.spikes[i] - wanted.spikes[i]) <= std::max(goal, rounding[i]));
    }
    for (std::size_t i = 0; i < wanted.u_at_probe.size(); ++i) {
      INFO("probe " << i);
      CHECK(std::abs(found.u_at_probe[i] - wanted.u_at_probe[i]) <=
            std::max(1e-9, rounding_of_u(wanted.request)));
    }
  }
}

TEST_CASE("each spike of Brian2's exact method is ours rounded up to its grid", "[references]") {
  // Brian2 starts again from u_reset at the grid point after a crossing. From each such restart the
  // next exact crossing, rounded up to the grid, is where Brian2 finds its own.
  const std::vector<double> dt = numbers("brian2.json", "dt");
  const std::vector<reference::Exact> cases = reference::exact("brian2.json");
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].name);
    double restart = 0;  // steps
    for (std::size_t k = 0; k <= cases[i].spikes.size(); ++k) {
      Request request = cases[i].request;
      const double from = restart * dt[i];
      if (k > 0) lif(request).u_0 = lif(request).u_reset;
      request.duration -= from;
      for (Component& component : request.input) {
        std::visit([=](auto& shape) { shape.start -= from; }, component);
      }
      const std::vector<double> spikes = run(request).spikes;
      INFO("spike " << k << ", after " << from << " ms");
      if (k == cases[i].spikes.size()) {
        CHECK(spikes.empty());
        break;
      }
      REQUIRE(!spikes.empty());
      const double steps = restart + std::ceil(spikes.front() / dt[i]);
      CHECK(steps == std::round(static_cast<double>(cases[i].spikes[k]) / dt[i]));
      restart = steps;
    }
  }
}

TEST_CASE("NEURON's variable step finds the same spikes within its tolerance", "[references]") {
  const std::vector<double> tolerance = numbers("neuron.json", "tolerance");
  const std::vector<reference::Exact> cases = reference::exact("neuron.json");
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].name);
    REQUIRE(tolerance[i] <= 1e-4);
    const std::vector<double> spikes = run(cases[i].request).spikes;
    REQUIRE(spikes.size() == cases[i].spikes.size());
    for (std::size_t k = 0; k < spikes.size(); ++k) {
      CHECK(std::abs(spikes[k] - cases[i].spikes[k]) <= tolerance[i]);
    }
  }
}
