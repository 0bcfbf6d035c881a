#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <iaf/capabilities.hpp>
#include <iaf/decode.hpp>
#include <iaf/firing_rate.hpp>
#include <iaf/simulate.hpp>
#include <iaf/view.hpp>

#include "model/on.hpp"
#include "model/tables.hpp"

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

val text(std::string_view name) {
  return val(std::string(name));
}

template <class List>
val to_array(const List& list, auto convert) {
  val out = val::array();
  for (const auto& item : list) out.call<void>("push", convert(item));
  return out;
}

val copy(std::span<const double> values) {
  return val(emscripten::typed_memory_view(values.size(), values.data())).call<val>("slice");
}

val to_js(const iaf::Allowed& limits) {
  val out = val::object();
  const auto set = [&](const char* name, const std::optional<double>& limit) {
    if (limit) out.set(name, *limit);
  };
  set("least", limits.least);
  set("greatest", limits.greatest);
  set("below", limits.below);
  set("above", limits.above);
  if (!limits.names.empty()) out.set("names", to_array(limits.names, text));
  return out;
}

val to_js(const iaf::Issue& issue) {
  val out = val::object();
  out.set("field", issue.field);
  out.set("value", issue.value);
  out.set("message", issue.message);
  out.set("code", text(issue.code));
  out.set("limits", to_js(issue.limits));
  return out;
}

val to_js(const iaf::Issues& issues) {
  val out = val::object();
  out.set("issues", to_array(issues, [](const iaf::Issue& issue) { return to_js(issue); }));
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
  out.set("traces", to_array(view.traces, [&](const iaf::Trace& trace) {
            const val values = copy(trace.values);
            out.set(std::string(trace.name), values);  // as before there were traces: view.u
            val item = val::object();
            item.set("name", text(trace.name));
            item.set("symbol", text(trace.symbol));
            item.set("unit", text(trace.unit));
            item.set("values", values);
            return item;
          }));
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
  const iaf::Decoded<iaf::Request> decoded = iaf::decode_request(doubles(encoded));
  if (!decoded.issues.empty()) return to_js(decoded.issues);
  iaf::Run run;
  const iaf::Issues issues = iaf::simulate(decoded.value, run);
  return issues.empty() ? to_js(run) : to_js(issues);
}

val firing_rates(const val& encoded) {
  return answer(iaf::decode_sweep(doubles(encoded)), iaf::firing_rates);
}

val view(const val& encoded, double from, double to, double columns) {
  return answer(iaf::decode_request(doubles(encoded)),
                [&](const iaf::Request& request) { return iaf::view(request, from, to, columns); });
}

void set_numbers(val& out, const iaf::Numbers& numbers) {
  for (const auto& [info, value] : numbers) out.set(std::string(info->name), *value);
}

val to_js(const iaf::Component& component) {
  val out = val::object();
  out.set("kind", text(iaf::kind_names[component.index()]));
  set_numbers(out, iaf::numbers_of(component));
  if (const iaf::ListInfo* list = iaf::list_of(component).info; list != nullptr) {
    out.set(std::string(list->info.name), val::array());
  }
  return out;
}

/// The defaults of a request, and under `components` those of every kind of input.
val defaults() {
  const iaf::Request request;
  val neuron = val::object();
  set_numbers(neuron, iaf::numbers_of(request.neuron));
  val components = val::object();
  for (std::size_t kind = 0; kind < iaf::kind_names.size(); ++kind) {
    components.set(std::string(iaf::kind_names[kind]),
                   to_js(iaf::alternative<iaf::Component>(kind)));
  }
  val out = val::object();
  out.set("neuron", neuron);
  out.set("input", to_array(request.input,
                            [](const iaf::Component& component) { return to_js(component); }));
  out.set("method", text(iaf::name_of(request.method)));
  set_numbers(out, iaf::numbers_of(request));
  out.set("probe", val::array());
  out.set("components", components);
  return out;
}

val to_js(const iaf::FieldInfo& info) {
  const auto [least, greatest] = iaf::range_of(info.bound);
  val out = val::object();
  out.set("name", text(info.name));
  out.set("unit", text(info.unit));
  out.set("least", least);
  out.set("greatest", greatest);
  return out;
}

val to_js(const iaf::FieldList& fields) {
  return to_array(fields, [](const iaf::FieldInfo* info) { return to_js(*info); });
}

/// { models: { lif: { fields, methods: { exact: [kind, …], … }, steady_rate } },
///   inputs: { sine: { fields }, … } }
val capabilities() {
  const iaf::Capabilities all = iaf::capabilities();
  val models = val::object(), inputs = val::object();
  for (const iaf::ModelCapabilities& model : all.models) {
    val methods = val::object();
    for (const iaf::Method method : iaf::all_methods) {
      if (!iaf::has(model.methods, method)) continue;
      val kinds = val::array();
      for (const iaf::InputCapabilities& kind : all.inputs) {
        if (iaf::has(kind.methods, method)) kinds.call<void>("push", text(kind.name));
      }
      methods.set(std::string(iaf::name_of(method)), kinds);
    }
    val item = val::object();
    item.set("fields", to_js(model.fields));
    item.set("methods", methods);
    item.set("steady_rate", model.steady_rate);
    models.set(std::string(model.name), item);
  }
  for (const iaf::InputCapabilities& kind : all.inputs) {
    val item = val::object();
    item.set("fields", to_js(kind.fields));
    if (kind.list != nullptr) item.set("list", to_js(*kind.list));
    inputs.set(std::string(kind.name), item);
  }
  val out = val::object();
  out.set("models", models);
  out.set("inputs", inputs);
  return out;
}

double wire_form() {
  return iaf::wire_form;
}

}  // namespace

EMSCRIPTEN_BINDINGS(iaf) {
  emscripten::function("simulate", &simulate);
  emscripten::function("firing_rates", &firing_rates);
  emscripten::function("view", &view);
  emscripten::function("defaults", &defaults);
  emscripten::function("capabilities", &capabilities);
  emscripten::function("wire_form", &wire_form);
}
