#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <iaf/decode.hpp>
#include <iaf/firing_rate.hpp>
#include <iaf/simulate.hpp>
#include <iaf/view.hpp>

#include "model/fields.hpp"

// Values in, values out: a request arrives as one Float64Array (see decode.hpp) and leaves as a
// plain object of copied arrays, or as { issues }.

// embind prints the address of a type it does not know, for a message, and would bring all of
// printf for that.
extern "C" int siprintf(char* out, const char*, ...) {
  *out = 0;
  return 0;
}

namespace {

using emscripten::val;

val copy(const std::vector<double>& values) {
  return val(emscripten::typed_memory_view(values.size(), values.data())).call<val>("slice");
}

val to_js(const iaf::Issues& issues) {
  val list = val::array();
  for (const iaf::Issue& issue : issues) {
    val item = val::object();
    item.set("field", issue.field);
    item.set("value", issue.value);
    item.set("message", issue.message);
    list.call<void>("push", item);
  }
  val out = val::object();
  out.set("issues", list);
  return out;
}

val to_js(const iaf::Run& run) {
  val out = val::object();
  out.set("t", copy(run.t));
  out.set("u", copy(run.u));
  out.set("current", copy(run.current));
  out.set("spikes", copy(run.spikes));
  out.set("u_at_probe", copy(run.u_at_probe));
  return out;
}

val to_js(const std::vector<double>& rates) {
  return copy(rates);
}

val to_js(const iaf::SpikeStatistics& statistics) {
  val out = val::object();
  out.set("count", statistics.count);
  out.set("rate", statistics.rate);
  out.set("mean_isi", statistics.mean_isi);
  out.set("cv_isi", statistics.cv_isi);
  out.set("latency", statistics.latency);
  return out;
}

val to_js(const iaf::Steady& steady) {
  val out = val::object();
  out.set("u_infinity", steady.u_infinity);
  out.set("rheobase", steady.rheobase);
  out.set("rate", steady.rate);
  return out;
}

val to_js(const iaf::View& view) {
  val out = val::object();
  out.set("t", copy(view.t));
  out.set("u", copy(view.u));
  out.set("current", copy(view.current));
  out.set("spikes", copy(view.spikes));
  out.set("statistics", to_js(view.statistics));
  out.set("steady", view.steady ? to_js(*view.steady) : val::null());
  out.set("u_max", view.u_max);
  out.set("current_max", view.current_max);
  return out;
}

/// Decodes, and where the form is right runs `call` on what was meant.
template <class Value, class Call>
val answer(const iaf::Decoded<Value>& decoded, Call call) {
  if (!decoded.issues.empty()) return to_js(decoded.issues);
  return std::visit([](const auto& result) { return to_js(result); }, call(decoded.value));
}

std::vector<double> doubles(const val& encoded) {
  return emscripten::convertJSArrayToNumberVector<double>(encoded);
}

val simulate(const val& encoded) {
  return answer(iaf::decode_request(doubles(encoded)), iaf::simulate);
}

val firing_rates(const val& encoded) {
  return answer(iaf::decode_sweep(doubles(encoded)), iaf::firing_rates);
}

val view(const val& encoded, double from, double to, double columns) {
  return answer(iaf::decode_request(doubles(encoded)),
                [&](const iaf::Request& request) { return iaf::view(request, from, to, columns); });
}

template <class Object>
void set_fields(val& out, const auto& fields, const Object& object) {
  for (const auto& field : fields) out.set(std::string(field.name), object.*field.member);
}

val to_js(const iaf::Component& component) {
  val out = val::object();
  out.set("kind", std::string(iaf::kind_names[static_cast<std::size_t>(component.kind)]));
  set_fields(out, iaf::fields_of(component.kind), component);
  if (component.kind == iaf::Kind::samples) out.set("values", val::array());
  return out;
}

/// The defaults of a request, and under `components` those of every kind of input.
val defaults() {
  const iaf::Request request;
  val neuron = val::object();
  set_fields(neuron, iaf::neuron_fields, request.neuron);
  val input = val::array();
  for (const iaf::Component& component : request.input) input.call<void>("push", to_js(component));
  val components = val::object();
  for (std::size_t kind = 0; kind < iaf::kind_names.size(); ++kind) {
    iaf::Component component;
    component.kind = static_cast<iaf::Kind>(kind);
    components.set(std::string(iaf::kind_names[kind]), to_js(component));
  }
  val out = val::object();
  out.set("neuron", neuron);
  out.set("input", input);
  out.set("method", std::string(iaf::method_names[static_cast<std::size_t>(request.method)]));
  set_fields(out, iaf::request_fields, request);
  out.set("probe", val::array());
  out.set("components", components);
  return out;
}

}  // namespace

EMSCRIPTEN_BINDINGS(iaf) {
  emscripten::function("simulate", &simulate);
  emscripten::function("firing_rates", &firing_rates);
  emscripten::function("view", &view);
  emscripten::function("defaults", &defaults);
}
