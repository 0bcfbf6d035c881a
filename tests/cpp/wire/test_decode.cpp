#include <cmath>
#include <cstring>
#include <iaf/decode.hpp>

#include "run.hpp"

using namespace iaf;

namespace {

// The encoding of cpp/include/iaf/decode.hpp, written by hand.
using Code = std::vector<double>;
Code operator+(Code a, const Code& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}
Code name(const char* text) {
  Code out = {static_cast<double>(std::strlen(text))};
  for (; *text != 0; ++text) out.push_back(*text);
  return out;
}
Code number(double x) {
  return {0, x};
}
Code text(const char* value) {
  return Code{1} + name(value);
}
Code object(std::initializer_list<std::pair<const char*, Code>> entries) {
  Code out = {4, static_cast<double>(entries.size())};
  for (const auto& [key, value] : entries) out = out + name(key) + value;
  return out;
}
Code array(std::initializer_list<Code> items) {
  Code out = {3, static_cast<double>(items.size())};
  for (const Code& item : items) out = out + item;
  return out;
}

/// As it goes over the wire: with the number of the form before it.
Code sent(const Code& code) {
  return Code{wire_form} + code;
}

std::vector<std::string> fields(const Code& code) {
  std::vector<std::string> out;
  for (const Issue& issue : decode_request(sent(code)).issues) out.push_back(issue.field);
  return out;
}

using Names = std::vector<std::string_view>;
Names names(const Issue& issue) {
  return {issue.limits.names.begin(), issue.limits.names.end()};
}

Issue only(const Code& code) {
  const Issues issues = decode_request(sent(code)).issues;
  REQUIRE(issues.size() == 1);
  return issues.front();
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty object decodes to the defaults", "[decode]") {
  const auto [request, issues] = decode_request(sent(object({})));
  CHECK(issues.empty());
  CHECK(lif(request).R == 6.4);
  CHECK(request.input.size() == 1);
  CHECK(std::get<Constant>(request.input[0]).amplitude == 0.8);
}

TEST_CASE("all fields decode, the kind in any place", "[decode]") {
  const Code code = object(
      {{"neuron", object({{"theta", number(7)}, {"t_ref", number(2)}})},
       {"input",
        array({object({{"frequency", number(40)}, {"kind", text("sine")}, {"stop", number(9)}}),
               object({{"kind", text("samples")}, {"values", {2, 3, 1, 2, 3}}})})},
       {"method", text("rk4")},
       {"dt", number(0.25)},
       {"duration", number(50)},
       {"probe", {2, 1, 4}}});
  const auto [request, issues] = decode_request(sent(code));
  REQUIRE(issues.empty());
  CHECK(lif(request).theta == 7);
  CHECK(lif(request).t_ref == 2);
  CHECK(lif(request).R == 6.4);
  REQUIRE(request.input.size() == 2);
  const Sine& sine = std::get<Sine>(request.input[0]);
  CHECK(sine.frequency == 40);
  CHECK(sine.amplitude == 1);
  CHECK(sine.stop == 9);
  CHECK(std::get<Samples>(request.input[1]).values == std::vector<double>{1, 2, 3});
  CHECK(request.method == Method::rk4);
  CHECK(request.dt == 0.25);
  CHECK(request.duration == 50);
  CHECK(request.probe == std::vector<double>{4});
}

TEST_CASE("faults of form are named, together with bad numbers", "[decode]") {
  CHECK(fields(number(1)) == Fields{""});
  CHECK(fields(object({{"nose", number(1)}})) == Fields{"nose"});
  CHECK(fields(object(
            {{"neuron", object({{"nose", number(1)}, {"R", text("big")}, {"C", number(-1)}})}})) ==
        Fields{"neuron.nose", "neuron.R", "neuron.C"});
  CHECK(fields(object({{"input", number(1)}})) == Fields{"input"});
  CHECK(fields(object({{"input", array({number(1)})}})) == Fields{"input[0]"});
  CHECK(fields(object({{"input", array({object({})})}})) == Fields{"input[0].kind"});
  CHECK(fields(object({{"input", array({object({{"kind", text("saw")}})})}})) ==
        Fields{"input[0].kind"});
  CHECK(
      fields(object({{"input", array({object({{"kind", text("ramp")}, {"tau", number(1)}})})}})) ==
      Fields{"input[0].tau"});
  CHECK(fields(object({{"method", text("magic")}})) == Fields{"method"});
  CHECK(fields(object({{"method", number(1)}})) == Fields{"method"});
  CHECK(fields(object({{"dt", {5}}})) == Fields{"dt"});
  CHECK(fields(object({{"probe", array({number(1), text("x")})}})) == Fields{"probe[1]"});
}

TEST_CASE("what is no array of values is one fault", "[decode]") {
  const Code component = object({{"kind", text("samples")}, {"values", text("abc")}});
  CHECK(fields(object({{"input", array({component})}})) == Fields{"input[0].values"});
}

TEST_CASE("of many faults of form a hundred are listed", "[decode]") {
  const auto many = [](const Code& item) {
    Code out = {3, 1000};
    for (int i = 0; i < 1000; ++i) out = out + item;
    return out;
  };
  CHECK(fields(object({{"input", many({5})}})).size() == Limits::issues);
  CHECK(fields(object({{"input", many(object({}))}})).size() == Limits::issues);
  CHECK(fields(object({{"probe", many({5})}, {"dt", number(-1)}})).size() == Limits::issues);
  Code unknown = {4, 1000};
  for (int i = 0; i < 1000; ++i) unknown = unknown + name("x") + Code{5};
  CHECK(fields(unknown).size() == Limits::issues);
  CHECK(decode_sweep(sent(object({{"axes", many({5})}}))).issues.size() == Limits::issues);
}

TEST_CASE("a truncated or absurd encoding is an issue wherever it breaks off", "[decode]") {
  const Code whole =
      object({{"neuron", object({{"theta", number(7)}})},
              {"input", array({object({{"kind", text("sine")}, {"phase", number(1)}})})},
              {"probe", {2, 2, 4, 5}}});
  REQUIRE(fields(whole).empty());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(
        fields(Code(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))).empty());
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const double poison : {-1.0, 0.5, 1e300, double{NAN}, double{INFINITY}}) {
      Code code = whole;
      code[i] = poison;
      decode_request(sent(code));  // must come back
    }
  }
}

TEST_CASE("a sweep decodes its axes", "[decode]") {
  const Code axis = object({{"field", text("neuron.R")}, {"values", {2, 2, 5, 6}}});
  const auto [sweep, issues] =
      decode_sweep(sent(object({{"dt", number(1)}, {"axes", array({axis})}})));
  REQUIRE(issues.empty());
  CHECK(sweep.request.dt == 1);
  REQUIRE(sweep.axes.size() == 1);
  CHECK(sweep.axes[0].field == "neuron.R");
  CHECK(sweep.axes[0].values == std::vector<double>{5, 6});
}

TEST_CASE("what another release has written is a named fault, not a shifted field", "[decode]") {
  const Code request = object({{"dt", number(0.25)}});
  const auto issue_of = [](const auto& decoded) {
    REQUIRE(decoded.issues.size() == 1);
    return decoded.issues.front();
  };
  for (const Issue& issue : {issue_of(decode_request(Code{102} + request)),
                             issue_of(decode_sweep(Code{102} + request))}) {
    CHECK(issue.field.empty());
    CHECK(issue.code == code::wire_form);
    CHECK(issue.limits.least == wire_form);
    CHECK(
        issue.message ==
        "request: iaf.wasm reads form 101, iaf.js writes form 102: the two files are of different "
        "releases; reload, or deploy both");
  }
  // Before there were forms a request began with its tag.
  CHECK(issue_of(decode_request(request)).message ==
        "request: iaf.wasm reads form 101, iaf.js writes an older one: the two files are of "
        "different releases; reload, or deploy both");
  CHECK(issue_of(decode_request(Code{double{NAN}} + request)).code == code::wire_form);
  CHECK(issue_of(decode_request(Code{})).code == code::encoding);
  CHECK(decode_request(Code{wire_form}).issues.front().code == code::encoding);
}

TEST_CASE("a neuron may name its model, in any place", "[decode]") {
  const auto [request, issues] = decode_request(
      sent(object({{"neuron", object({{"theta", number(7)}, {"model", text("lif")}})}})));
  CHECK(issues.empty());
  CHECK(lif(request).theta == 7);
}

TEST_CASE("an unknown model is told with those there are", "[decode]") {
  const Issue issue =
      only(object({{"neuron", object({{"model", text("hh")}, {"g_Na", number(120)}})}}));
  CHECK(issue.field == "neuron.model");
  const std::string start = "neuron.model = \"hh\": must be one of lif";
  CHECK(issue.message.substr(0, start.size()) == start);
  CHECK(issue.code == code::unknown_name);
  CHECK(names(issue).size() == std::variant_size_v<Neuron>);
  CHECK(names(issue).front() == "lif");
  CHECK(only(object({{"neuron", object({{"model", number(1)}})}})).message ==
        "neuron.model = 1: must be a string");
}

TEST_CASE("a field that the model has not is told with those it has", "[decode]") {
  const Issue issue = only(object({{"neuron", object({{"tau_w", number(30)}})}}));
  CHECK(issue.message == "neuron.tau_w = 30: is not a known field of the model lif");
  CHECK(issue.code == code::unknown_field);
  CHECK(names(issue) == Names{"model", "R", "C", "u_rest", "u_reset", "theta", "u_0", "t_ref"});
}

TEST_CASE("faults of form say what they are", "[decode]") {
  const Issue number_wanted = only(object({{"dt", text("x")}}));
  CHECK(number_wanted.code == code::wrong_type);
  CHECK(names(number_wanted) == Names{"number"});
  CHECK(only(object({{"nose", number(1)}})).message == "nose = 1: is not a known field");
  CHECK(names(only(object({{"method", text("no")}}))) == Names{"exact", "euler", "rk4"});
  const Issue kind = only(object({{"input", array({object({})})}}));
  CHECK(kind.code == code::missing);
  CHECK(kind.message == "input[0].kind: is missing");
  CHECK(kind.limits.names.size() == std::variant_size_v<Component>);
  const Code samples =
      object({{"kind", text("samples")}, {"values", {2, 1, 1}}, {"amplitude", number(1)}});
  CHECK(names(only(object({{"input", array({samples})}}))) ==
        Names{"kind", "interval", "start", "stop", "values"});
}
