#pragma once

#include <array>
#include <iaf/simulate.hpp>
#include <span>
#include <string>
#include <string_view>

#include "issue.hpp"

// The names and numeric fields of a request as data: decoding, validation, sweeps and defaults all
// go by these tables, so that a name and its bounds stand once.

namespace iaf {

enum class Bound { finite, positive, not_negative, finite_or_infinite };

template <class Object>
struct Field {
  std::string_view name;
  double Object::* member;
  Bound bound;
  std::string_view unit;
};

inline constexpr std::array neuron_fields = {
    Field<Neuron>{"R", &Neuron::R, Bound::positive, "MΩ"},
    Field<Neuron>{"C", &Neuron::C, Bound::positive, "nF"},
    Field<Neuron>{"u_rest", &Neuron::u_rest, Bound::finite, "mV"},
    Field<Neuron>{"u_reset", &Neuron::u_reset, Bound::finite, "mV"},
    Field<Neuron>{"theta", &Neuron::theta, Bound::finite, "mV"},
    Field<Neuron>{"u_0", &Neuron::u_0, Bound::finite, "mV"},
    Field<Neuron>{"t_ref", &Neuron::t_ref, Bound::not_negative, "ms"},
};
inline constexpr std::array request_fields = {
    Field<Request>{"dt", &Request::dt, Bound::positive, "ms"},
    Field<Request>{"duration", &Request::duration, Bound::positive, "ms"},
};

inline constexpr std::array<std::string_view, 3> method_names = {"exact", "euler", "rk4"};
inline constexpr std::array<std::string_view, 5> kind_names = {"constant", "ramp", "sine",
                                                               "exponential", "samples"};

inline constexpr Field<Component> start{"start", &Component::start, Bound::finite, "ms"};
inline constexpr Field<Component> stop{"stop", &Component::stop, Bound::finite_or_infinite, "ms"};
inline constexpr Field<Component> amplitude{"amplitude", &Component::amplitude, Bound::finite,
                                            "nA"};
inline constexpr std::array constant_fields = {amplitude, start, stop};
inline constexpr std::array ramp_fields = {
    Field<Component>{"amplitude", &Component::amplitude, Bound::finite, "nA/ms"}, start, stop};
inline constexpr std::array sine_fields = {
    amplitude, Field<Component>{"frequency", &Component::frequency, Bound::finite, "Hz"},
    Field<Component>{"phase", &Component::phase, Bound::finite, "rad"}, start, stop};
inline constexpr std::array exponential_fields = {
    amplitude, Field<Component>{"tau", &Component::tau, Bound::positive, "ms"}, start, stop};
inline constexpr std::array samples_fields = {
    Field<Component>{"interval", &Component::interval, Bound::positive, "ms"}, start, stop};

/// The numeric fields that a component of this kind has.
inline std::span<const Field<Component>> fields_of(Kind kind) {
  switch (kind) {
    case Kind::constant: return constant_fields;
    case Kind::ramp: return ramp_fields;
    case Kind::sine: return sine_fields;
    case Kind::exponential: return exponential_fields;
    case Kind::samples: return samples_fields;
  }
  return {};
}

/// Calls visit(path, field, value) for every numeric field of the request but the samples' values,
/// where path() is what users call it. `Any` is Request or const Request.
template <class Any, class Visit>
void for_each_field(Any& request, Visit visit) {
  for (const auto& field : neuron_fields) {
    visit([&] { return "neuron." + std::string(field.name); }, field, request.neuron.*field.member);
  }
  for (std::size_t i = 0; i < request.input.size(); ++i) {
    for (const auto& field : fields_of(request.input[i].kind)) {
      visit([&] { return indexed("input", i) + "." + std::string(field.name); }, field,
            request.input[i].*field.member);
    }
  }
  for (const auto& field : request_fields) {
    visit([&] { return std::string(field.name); }, field, request.*field.member);
  }
}

}  // namespace iaf
