#include <algorithm>
#include <iaf/decode.hpp>
#include <optional>

#include "model/on.hpp"
#include "model/validate.hpp"
#include "wire/reader.hpp"

namespace iaf {
namespace {

/// Reads one of `names`; its index, or nothing, with an issue.
std::optional<std::size_t> read_name(Reader& reader, const std::string& path,
                                     std::span<const std::string_view> names) {
  std::string name;
  const std::size_t faults = reader.issues.size();
  reader.text(path, name);
  if (reader.issues.size() > faults) return {};
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  reader.complain(path, quoted(name), "must be one of " + listed(names),
                  one_of(code::unknown_name, names));
  return {};
}

/// Reads the name in the field `what` of an object, which says which other fields there are and may
/// come after them; then goes back to the beginning. Nothing where the name is of none, with an
/// issue, or where the object has no such field.
struct Named {
  bool is_missing = false;
  std::optional<std::size_t> index;
};
Named find_name(Reader& reader, const std::string& path, std::string_view what,
                std::span<const std::string_view> names) {
  const std::size_t start = reader.position(), faults = reader.issues.size();
  Named out{true, {}};
  reader.object(path, {}, "", [&](const std::string& key) {
    if (key == what) {
      out = {false, read_name(reader, joined(path, key), names)};
    } else {
      reader.skip(reader.tag());
    }
    return true;
  });
  if (out.is_missing && reader.issues.size() > faults) out.is_missing = false;
  reader.seek(start);
  return out;
}

void read_neuron(Reader& reader, Neuron& neuron) {
  const std::string path = "neuron";
  const Named model = find_name(reader, path, "model", model_names);
  if (!model.is_missing && !model.index) return reader.pass();
  if (model.index) neuron = alternative<Neuron>(*model.index);
  const Numbers numbers = numbers_of(neuron);
  const std::string whose = std::string(" of the model ").append(model_names[neuron.index()]);
  reader.object(path, fields_of(neuron), whose, [&](const std::string& key) {
    if (key == "model") return reader.pass(), true;
    return reader.field(path, key, numbers);
  });
}

Component read_component(Reader& reader, const std::string& path) {
  const Named kind = find_name(reader, path, "kind", kind_names);
  if (kind.is_missing) {
    reader.complain(joined(path, "kind"), "", "is missing", one_of(code::missing, kind_names));
  }
  if (!kind.index) return reader.pass(), Component();
  Component component = alternative<Component>(*kind.index);
  const Numbers numbers = numbers_of(component);
  const List list = list_of(component);
  reader.object(path, fields_of(component), "", [&](const std::string& key) {
    if (key == "kind") return reader.pass(), true;
    if (list.info != nullptr && key == list.info->info.name) {
      return reader.number_list(joined(path, key), *list.values), true;
    }
    return reader.field(path, key, numbers);
  });
  return component;
}

constexpr std::array<std::string_view, 7> request_names = {"neuron",   "input", "method", "dt",
                                                           "duration", "probe", "axes"};

bool read_request_field(Reader& reader, const std::string& key, Request& request) {
  if (key == "neuron") {
    read_neuron(reader, request.neuron);
  } else if (key == "input") {
    request.input.clear();
    reader.list(key, [&](std::size_t index) {
      request.input.push_back(read_component(reader, indexed(key, index)));
    });
  } else if (key == "method") {
    const auto method = read_name(reader, key, method_names);
    if (method) request.method = static_cast<Method>(*method);
  } else if (key == "probe") {
    reader.number_list(key, request.probe);
  } else {
    return reader.field("", key, numbers_of(request));
  }
  return true;
}

void read_axis(Reader& reader, const std::string& path, Axis& axis) {
  static constexpr std::array<std::string_view, 2> known = {"field", "values"};
  reader.object(path, known, "", [&](const std::string& name) {
    if (name == "field") return reader.text(joined(path, name), axis.field), true;
    if (name == "values") return reader.number_list(joined(path, name), axis.values), true;
    return false;
  });
}

}  // namespace

Decoded<Request> decode_request(std::span<const double> encoded) {
  Reader reader(encoded);
  Decoded<Request> out;
  if (reader.has_form(wire_form)) {
    reader.object("", std::span(request_names).first(6), "", [&](const std::string& key) {
      return read_request_field(reader, key, out.value);
    });
  }
  out.issues = std::move(reader.issues);
  if (!out.issues.empty()) {  // all that is wrong is said at once
    for (Issue& issue : validate(out.value)) add_issue(out.issues, std::move(issue));
  }
  return out;
}

Decoded<Sweep> decode_sweep(std::span<const double> encoded) {
  Reader reader(encoded);
  Decoded<Sweep> out;
  if (reader.has_form(wire_form)) {
    reader.object("", request_names, "", [&](const std::string& key) {
      if (key != "axes") return read_request_field(reader, key, out.value.request);
      reader.list(key, [&](std::size_t index) {
        read_axis(reader, indexed(key, index), out.value.axes.emplace_back());
      });
      return true;
    });
  }
  out.issues = std::move(reader.issues);
  return out;
}

}  // namespace iaf
