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
// printf for that: 4,847 bytes of wasm, 2,309 by gzip. Nothing else may print, or it would print
// nothing: tests/consumer/silent.cmake sees to that.
extern "C" int siprintf(char* out, const char*, ...) {
  *out = 0;
  return 0;
}

namespace {

using emscripten::val;

val text(std::string_view name) {
  return val(std::string(name));
}

/// out[name] = value, in one function: val::set is compiled anew for every length of a name.
void set(val& out, const char* name, const val& value) {
  out.set(val(name), value);
}
void set(val& out, const char* name, double value) {
  set(out, name, val(value));
}
void set(val& out, std::string_view name, const val& value) {
  out.set(text(name), value);
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
  const auto add = [&](const char* name, const std::optional<double>& limit) {
    if (limit) set(out, name, *limit);
  };
  add("least", limits.least);
  add("greatest", limits.greatest);
  add("below", limits.below);
  add("above", limits.above);
  if (!limits.names.empty()) set(out, "names", to_array(limits.names, text));
  return out;
}

val to_js(const iaf::Issue& issue) {
  val out = val::object();
  set(out, "field", val(issue.field));
  set(out, "value", val(issue.value));
  set(out, "message", val(issue.message));
  set(out, "code", text(issue.code));
  set(out, "limits", to_js(issue.limits));
  return out;
}

val to_js(const iaf::Issues& issues) {
  val out = val::object();
  set(out, "issues", to_array(issues, [](const iaf::Issue& issue) { return to_js(issue); }));
  return out;
}

val to_js(const iaf::Run& run) {
  val out = val::object();
  set(out, "t", copy(run.t));
  set(out, "u", copy(run.u));
  set(out, "current", copy(run.current));
  set(out, "spikes", copy(run.spikes));
  set(out, "u_at_probe", copy(run.u_at_probe));
  return out;
}

val to_js(const std::vector<double>& rates) {
  return copy(rates);
}

val to_js(const iaf::SpikeStatistics& statistics) {
  val out = val::object();
  set(out, "count", static_cast<double>(statistics.count));
  set(out, "rate", statistics.rate);
  set(out, "mean_isi", statistics.mean_isi);
  set(out, "cv_isi", statistics.cv_isi);
  set(out, "latency", statistics.latency);
  return out;
}

val to_js(const iaf::Steady& steady) {
  val out = val::object();
  set(out, "u_infinity", steady.u_infinity);
  set(out, "rheobase", steady.rheobase);
  set(out, "rate", steady.rate);
  return out;
}

val to_js(const iaf::View& view) {
  val out = val::object();
  set(out, "t", copy(view.t));
  set(out, "traces", to_array(view.traces, [&](const iaf::Trace& trace) {
        const val values = copy(trace.values);
        set(out, trace.name, values);  // as before there were traces: view.u
        val item = val::object();
        set(item, "name", text(trace.name));
        set(item, "symbol", text(trace.symbol));
        set(item, "unit", text(trace.unit));
        set(item, "values", values);
        return item;
      }));
  set(out, "spikes", copy(view.spikes));
  set(out, "statistics", to_js(view.statistics));
  set(out, "steady", view.steady ? to_js(*view.steady) : val::null());
  set(out, "u_max", view.u_max);
  set(out, "current_max", view.current_max);
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
  for (const auto& [info, value] : numbers) set(out, info->name, val(*value));
}

val to_js(const iaf::Component& component) {
  val out = val::object();
  set(out, "kind", text(iaf::kind_names[component.index()]));
  set_numbers(out, iaf::numbers_of(component));
  if (const iaf::ListInfo* list = iaf::list_of(component).info; list != nullptr) {
    set(out, list->info.name, val::array());
  }
  return out;
}

val to_js(const iaf::Neuron& neuron) {
  val out = val::object();
  set_numbers(out, iaf::numbers_of(neuron));
  return out;
}

/// The defaults of a request, and under `components` those of every kind of input.
val defaults() {
  const iaf::Request request;
  val components = val::object();
  for (std::size_t kind = 0; kind < iaf::kind_names.size(); ++kind) {
    set(components, iaf::kind_names[kind], to_js(iaf::alternative<iaf::Component>(kind)));
  }
  val out = val::object();
  set(out, "neuron", to_js(request.neuron));
  set(out, "input",
      to_array(request.input, [](const iaf::Component& component) { return to_js(component); }));
  set(out, "method", text(iaf::name_of(request.method)));
  set_numbers(out, iaf::numbers_of(request));
  set(out, "probe", val::array());
  set(out, "components", components);
  return out;
}

val to_js(const iaf::FieldInfo& info) {
  const auto [least, greatest] = iaf::range_of(info.bound);
  val out = val::object();
  set(out, "name", text(info.name));
  set(out, "unit", text(info.unit));
  set(out, "least", least);
  set(out, "greatest", greatest);
  return out;
}

val to_js(const iaf::FieldList& fields) {
  return to_array(fields, [](const iaf::FieldInfo* info) { return to_js(*info); });
}

/// { models: { lif: { fields, defaults, methods: { exact: [kind, …], … }, steady_rate } },
///   inputs: { sine: { fields }, … } }
val capabilities() {
  const iaf::Capabilities all = iaf::capabilities();
  val models = val::object(), inputs = val::object();
  for (std::size_t index = 0; index < all.models.size(); ++index) {
    const iaf::ModelCapabilities& model = all.models[index];
    val methods = val::object();
    for (const iaf::Method method : iaf::all_methods) {
      if (!iaf::has(model.methods, method)) continue;
      val kinds = val::array();
      for (const iaf::InputCapabilities& kind : all.inputs) {
        if (iaf::has(kind.methods, method)) kinds.call<void>("push", text(kind.name));
      }
      set(methods, iaf::name_of(method), kinds);
    }
    val item = val::object();
    set(item, "fields", to_js(model.fields));
    set(item, "defaults", to_js(iaf::alternative<iaf::Neuron>(index)));
    set(item, "methods", methods);
    set(item, "steady_rate", val(model.steady_rate));
    set(models, model.name, item);
  }
  for (const iaf::InputCapabilities& kind : all.inputs) {
    val item = val::object();
    set(item, "fields", to_js(kind.fields));
    if (kind.list != nullptr) set(item, "list", to_js(*kind.list));
    set(inputs, kind.name, item);
  }
  val out = val::object();
  set(out, "models", models);
  set(out, "inputs", inputs);
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
