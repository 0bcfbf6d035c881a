#pragma once

#include <cstddef>
#include <type_traits>
#include <variant>

namespace iaf {

/// visit(the value that the variant holds): what std::visit does, as comparisons that compilers see
/// through and inline, without its table of functions.
template <std::size_t I = 0, class Variant, class Visit>
constexpr decltype(auto) on(Variant& variant, Visit&& visit) {
  if constexpr (I + 1 < std::variant_size_v<std::remove_const_t<Variant>>) {
    if (variant.index() != I) return on<I + 1>(variant, visit);
  }
  return visit(*std::get_if<I>(&variant));
}

/// The alternative at `index` with the values it has by default.
template <class Variant, std::size_t I = 0>
Variant alternative(std::size_t index) {
  if constexpr (I + 1 < std::variant_size_v<Variant>) {
    if (index != I) return alternative<Variant, I + 1>(index);
  }
  return Variant(std::in_place_index<I>);
}

}  // namespace iaf
