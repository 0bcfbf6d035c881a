#pragma once

#include <array>
#include <cstddef>
#include <iaf/field.hpp>
#include <iaf/request.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/issue.hpp"

// The tables of all models and kinds of input, whichever of them a request holds.

namespace iaf {

template <template <class> class About, class... Items>
constexpr std::array<std::string_view, sizeof...(Items)> names_in(const std::variant<Items...>*) {
  return {About<Items>::name...};
}
template <template <class> class About, class... Items>
constexpr std::array<Methods, sizeof...(Items)> methods_in(const std::variant<Items...>*) {
  return {About<Items>::methods...};
}
/// By the index of the variants.
inline constexpr auto model_names = names_in<Model>(static_cast<const Neuron*>(nullptr));
inline constexpr auto kind_names = names_in<Kind>(static_cast<const Component*>(nullptr));
inline constexpr auto model_methods = methods_in<Model>(static_cast<const Neuron*>(nullptr));
inline constexpr auto kind_methods = methods_in<Kind>(static_cast<const Component*>(nullptr));

/// The names of the fields of a request's objects: what says which they are, the numbers, the list.
template <class Table>
constexpr auto field_names(std::string_view what) {
  constexpr std::size_t numbers = std::tuple_size_v<std::remove_cvref_t<decltype(Table::fields)>>;
  constexpr bool has_list = requires { Table::list; };
  std::array<std::string_view, 1 + numbers + (has_list ? 1 : 0)> names;
  names[0] = what;
  for (std::size_t i = 0; i < numbers; ++i) names[1 + i] = Table::fields[i].info.name;
  if constexpr (has_list) names.back() = Table::list.info.info.name;
  return names;
}
template <class Table>
inline constexpr auto model_fields = field_names<Table>("model");
template <class Table>
inline constexpr auto kind_fields = field_names<Table>("kind");

/// A numeric field of one object.
struct Number {
  const FieldInfo* info;
  double* value;
};

/// All numeric fields of one object, in the order of its table.
class Numbers {
 public:
  static constexpr std::size_t most = 16;

  void add(const FieldInfo& info, double& value) { items_[size_++] = {&info, &value}; }
  const Number* begin() const { return items_.data(); }
  const Number* end() const { return items_.data() + size_; }

 private:
  std::array<Number, most> items_;
  std::size_t size_ = 0;
};

Numbers numbers_of(Neuron& neuron);
Numbers numbers_of(Component& component);
/// Those of the request itself: dt and duration.
Numbers numbers_of(Request& request);
/// Those of what is only read.
template <class Object>
const Numbers numbers_of(const Object& object) {
  return numbers_of(const_cast<Object&>(object));
}

/// The names of the fields of an object, lists and `model` or `kind` among them.
std::span<const std::string_view> fields_of(const Neuron& neuron);
std::span<const std::string_view> fields_of(const Component& component);

/// The list of numbers of a component; nulls where its kind has none.
struct List {
  const ListInfo* info = nullptr;
  std::vector<double>* values = nullptr;
};
List list_of(Component& component);
inline const List list_of(const Component& component) {
  return list_of(const_cast<Component&>(component));
}

/// Calls visit(path, info, value) for every numeric field of the request but those in lists, where
/// path() is what users call it. `Any` is Request or const Request.
template <class Any, class Visit>
void for_each_number(Any& request, Visit visit) {
  for (const auto& number : numbers_of(request.neuron)) {
    visit([&] { return std::string("neuron.").append(number.info->name); }, *number.info,
          *number.value);
  }
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    for (const auto& number : numbers_of(request.input[i])) {
      visit([&] { return (indexed("input", i) += ".").append(number.info->name); }, *number.info,
            *number.value);
    }
  }
  for (const auto& number : numbers_of(request)) {
    visit([&] { return std::string(number.info->name); }, *number.info, *number.value);
  }
}

}  // namespace iaf
