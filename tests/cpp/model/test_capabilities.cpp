#include <algorithm>
#include <iaf/capabilities.hpp>
#include <limits>

#include "catch.hpp"

using namespace iaf;

TEST_CASE("capabilities list every model and kind with its fields", "[capabilities]") {
  const Capabilities all = capabilities();
  const ModelCapabilities& lif = all.models[0];
  CHECK(lif.name == "lif");
  CHECK(lif.steady_rate);
  CHECK((lif.methods.exact && lif.methods.euler && lif.methods.rk4));
  REQUIRE(lif.fields.size == 7);
  CHECK(lif.fields[0]->name == "R");
  CHECK(lif.fields[0]->unit == "MΩ");
  CHECK(range_of(lif.fields[0]->bound).least == 1e-12);
  for (const std::string_view name : {"constant", "ramp", "sine", "exponential", "samples"}) {
    const auto found = std::find_if(all.inputs.begin(), all.inputs.end(),
                                    [&](const auto& kind) { return kind.name == name; });
    REQUIRE(found != all.inputs.end());
    const InputCapabilities& kind = *found;
    CHECK((kind.methods.exact && kind.methods.euler && kind.methods.rk4));
    CHECK((kind.list != nullptr) == (kind.name == "samples"));
    REQUIRE(kind.fields.size >= 3);
    CHECK(kind.fields[kind.fields.size - 1]->name == "stop");
    CHECK(range_of(kind.fields[kind.fields.size - 1]->bound).greatest ==
          std::numeric_limits<double>::infinity());
  }
}
