#include <iaf/capabilities.hpp>
#include <limits>

#include "catch.hpp"

using namespace iaf;

TEST_CASE("capabilities list every model and kind with its fields", "[capabilities]") {
  const Capabilities all = capabilities();
  REQUIRE(all.models.size() == 1);
  const ModelCapabilities& lif = all.models[0];
  CHECK(lif.name == "lif");
  CHECK(lif.steady_rate);
  CHECK((lif.methods.exact && lif.methods.euler && lif.methods.rk4));
  REQUIRE(lif.fields.size == 7);
  CHECK(lif.fields[0]->name == "R");
  CHECK(lif.fields[0]->unit == "MΩ");
  CHECK(range_of(lif.fields[0]->bound).least == 1e-12);
  std::vector<std::string_view> kinds;
  for (const InputCapabilities& kind : all.inputs) {
    kinds.push_back(kind.name);
    CHECK((kind.methods.exact && kind.methods.euler && kind.methods.rk4));
    CHECK((kind.list != nullptr) == (kind.name == "samples"));
    REQUIRE(kind.fields.size >= 3);
    CHECK(kind.fields[kind.fields.size - 1]->name == "stop");
    CHECK(range_of(kind.fields[kind.fields.size - 1]->bound).greatest ==
          std::numeric_limits<double>::infinity());
  }
  CHECK(kinds ==
        std::vector<std::string_view>{"constant", "ramp", "sine", "exponential", "samples"});
}
