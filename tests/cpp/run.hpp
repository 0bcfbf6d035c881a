#pragma once

#include <iaf/simulate.hpp>
#include <string>

#include "catch.hpp"

/// The run of a request that must be valid.
inline iaf::Run run(const iaf::Request& request) {
  auto outcome = iaf::simulate(request);
  if (const auto* issues = std::get_if<iaf::Issues>(&outcome)) FAIL(issues->front().message);
  return std::get<iaf::Run>(std::move(outcome));
}
