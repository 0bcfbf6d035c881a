#include <iaf/capabilities.hpp>

#include "model/on.hpp"
#include "model/tables.hpp"

namespace iaf {
namespace {

FieldList fields_in(const Numbers& numbers) {
  FieldList out;
  for (const Number& number : numbers) out.infos[out.size++] = number.info;
  return out;
}

}  // namespace

Capabilities capabilities() {
  Capabilities out;
  for (std::size_t i = 0; i < out.models.size(); ++i) {
    Neuron neuron = alternative<Neuron>(i);
    const bool steady =
        on(neuron, [](const auto& model) { return requires { steady_rate(model, 0.0); }; });
    out.models[i] = {model_names[i], fields_in(numbers_of(neuron)), model_methods[i], steady};
  }
  for (std::size_t i = 0; i < out.inputs.size(); ++i) {
    Component component = alternative<Component>(i);
    const ListInfo* list = list_of(component).info;
    out.inputs[i] = {kind_names[i], fields_in(numbers_of(component)),
                     list != nullptr ? &list->info : nullptr, kind_methods[i]};
  }
  return out;
}

}  // namespace iaf
