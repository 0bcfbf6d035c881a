#include <algorithm>
#include <iaf/decode.hpp>
#include <optional>

#include "model/fields.hpp"
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
  std::string rule = "must be one of";
  for (const std::string_view known : names) {
    rule += known == names.front() ? " " : ", ";
    rule += known;
  }
  reader.complain(path, quoted(name), rule);
  return {};
}

void read_component(Reader& reader, const std::string& path, Component& component) {
  // The kind says which other fields there are, and may come after them: two passes.
  const std::size_t start = reader.position();
  const std::size_t faults = reader.issues.size();
  bool known = false;
  reader.object(path, [&](const std::string& key) {
    if (key == "kind") {
      const auto kind = read_name(reader, joined(path, key), kind_names);
      if (kind) component.kind = static_cast<Kind>(*kind);
      known = kind.has_value();
    } else {
      reader.skip(reader.tag());
    }
    return true;
  });
  if (!known) {
    if (reader.issues.size() == faults) reader.complain(joined(path, "kind"), "", "is missing");
    return;
  }
  reader.seek(start);
  reader.object(path, [&](const std::string& key) {
    if (key == "kind") return reader.skip(reader.tag()), true;
    if (key == "values" && component.kind == Kind::samples) {
      return reader.number_list(joined(path, key), component.values), true;
    }
    return reader.field(path, key, fields_of(component.kind), component);
  });
}

bool read_request_field(Reader& reader, const std::string& key, Request& request) {
  if (key == "neuron") {
    reader.object(key, [&](const std::string& name) {
      return reader.field(key, name, neuron_fields, request.neuron);
    });
  } else if (key == "input") {
    request.input.clear();
    reader.list(key, [&](std::size_t index) {
      Component component;
      read_component(reader, indexed(key, index), component);
      request.input.push_back(std::move(component));
    });
  } else if (key == "method") {
    const auto method = read_name(reader, key, method_names);
    if (method) request.method = static_cast<Method>(*method);
  } else if (key == "probe") {
    reader.number_list(key, request.probe);
  } else {
    return reader.field("", key, request_fields, request);
  }
  return true;
}

}  // namespace

Decoded<Request> decode_request(std::span<const double> encoded) {
  Reader reader(encoded);
  Decoded<Request> out;
  reader.object("",
                [&](const std::string& key) { return read_request_field(reader, key, out.value); });
  out.issues = std::move(reader.issues);
  if (!out.issues.empty()) {  // all that is wrong is said at once
    for (Issue& issue : validate(out.value)) add_issue(out.issues, std::move(issue));
  }
  return out;
}

Decoded<Sweep> decode_sweep(std::span<const double> encoded) {
  Reader reader(encoded);
  Decoded<Sweep> out;
  reader.object("", [&](const std::string& key) {
    if (key != "axes") return read_request_field(reader, key, out.value.request);
    reader.list(key, [&](std::size_t index) {
      Axis axis;
      const std::string path = indexed(key, index);
      reader.object(path, [&](const std::string& name) {
        if (name == "field") return reader.text(joined(path, name), axis.field), true;
        if (name == "values") return reader.number_list(joined(path, name), axis.values), true;
        return false;
      });
      out.value.axes.push_back(std::move(axis));
    });
    return true;
  });
  out.issues = std::move(reader.issues);
  return out;
}

}  // namespace iaf
