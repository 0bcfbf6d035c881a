#pragma once

#include <iaf/simulate.hpp>
#include <string>

#include "catch.hpp"

/// The neuron of a request, where it is a leaky one.
inline iaf::Lif& lif(iaf::Request& request) {
  return std::get<iaf::Lif>(request.neuron);
}
inline const iaf::Lif& lif(const iaf::Request& request) {
  return std::get<iaf::Lif>(request.neuron);
}

/// A component of the input of a request that is known to be of this kind.
template <class Shape = iaf::Constant>
Shape& part(iaf::Request& request, std::size_t index = 0) {
  return std::get<Shape>(request.input.at(index));
}

/// The run of a request that must be valid.
inline iaf::Run run(const iaf::Request& request) {
  auto outcome = iaf::simulate(request);
  if (const auto* issues = std::get_if<iaf::Issues>(&outcome)) FAIL(issues->front().message);
  return std::get<iaf::Run>(std::move(outcome));
}
