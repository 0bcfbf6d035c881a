#pragma once

#include <array>
#include <cstddef>
#include <iaf/field.hpp>
#include <iaf/request.hpp>
#include <string_view>
#include <variant>

// What there is, and what goes with what, as one table out of the headers of the models and of the
// kinds of input. Validation goes by the same.

namespace iaf {

/// The fields of a model or a kind of input.
struct FieldList {
  std::array<const FieldInfo*, 16> infos;
  std::size_t size = 0;

  const FieldInfo* operator[](std::size_t i) const { return infos[i]; }
  const FieldInfo* const* begin() const { return infos.data(); }
  const FieldInfo* const* end() const { return infos.data() + size; }
};

/// A model of neurons.
struct ModelCapabilities {
  std::string_view name;
  FieldList fields;
  Methods methods;   ///< that run it
  bool steady_rate;  ///< whether it has a rate in closed form under a constant current
};

/// A kind of input.
struct InputCapabilities {
  std::string_view name;
  FieldList fields;
  const FieldInfo* list;  ///< a field that is a list of numbers; null where there is none
  Methods methods;        ///< that take it
};

/// A method runs a model under a kind of input where it is among the methods of both.
struct Capabilities {
  std::array<ModelCapabilities, std::variant_size_v<Neuron>> models;
  std::array<InputCapabilities, std::variant_size_v<Component>> inputs;
};
Capabilities capabilities();

/// The bounds of a field: its least and its greatest number.
struct Range {
  double least;
  double greatest;
};
Range range_of(Bound bound);

}  // namespace iaf
