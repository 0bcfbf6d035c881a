#include "model/tables.hpp"

#include "model/on.hpp"

namespace iaf {
namespace {

template <class Object>
Numbers numbers(Object& object, const auto& fields) {
  Numbers out;
  static_assert(std::tuple_size_v<std::remove_cvref_t<decltype(fields)>> <= Numbers::most);
  for (const auto& field : fields) out.add(field.info, object.*field.member);
  return out;
}

constexpr std::array request_fields = {
    Field<Request>{{"dt", "ms", Bound::positive}, &Request::dt},
    Field<Request>{{"duration", "ms", Bound::positive}, &Request::duration},
};

}  // namespace

Numbers numbers_of(Neuron& neuron) {
  return on(neuron, []<class Parameters>(Parameters& object) {
    return numbers(object, Model<Parameters>::fields);
  });
}

Numbers numbers_of(Component& component) {
  return on(component,
            []<class Shape>(Shape& object) { return numbers(object, Kind<Shape>::fields); });
}

Numbers numbers_of(Request& request) {
  return numbers(request, request_fields);
}

std::span<const std::string_view> fields_of(const Neuron& neuron) {
  return on(neuron, []<class Parameters>(const Parameters&) -> std::span<const std::string_view> {
    return model_fields<Model<Parameters>>;
  });
}

std::span<const std::string_view> fields_of(const Component& component) {
  return on(component, []<class Shape>(const Shape&) -> std::span<const std::string_view> {
    return kind_fields<Kind<Shape>>;
  });
}

List list_of(Component& component) {
  return on(component, []<class Shape>(Shape& shape) -> List {
    if constexpr (requires { Kind<Shape>::list; }) {
      return {&Kind<Shape>::list.info, &(shape.*Kind<Shape>::list.member)};
    } else {
      return {};
    }
  });
}

}  // namespace iaf
