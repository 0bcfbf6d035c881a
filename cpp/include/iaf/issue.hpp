#pragma once

#include <iaf/codes.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iaf {

/// What would have been allowed, as data; which of it is there goes with the code of an issue.
struct Allowed {
  std::optional<double> least, greatest;    ///< both allowed themselves
  std::optional<double> below, above;       ///< not allowed themselves
  std::span<const std::string_view> names;  ///< kept for ever
};

/// What is wrong with a request: the path of the field ("neuron.theta", "input[1].tau"), its value,
/// a sentence that names both and what is allowed; and the kind of fault (see codes.hpp) with what
/// is allowed, for those who say it in other words.
struct Issue {
  std::string field;
  std::string value;
  std::string message;
  std::string_view code;
  Allowed limits;
};
using Issues = std::vector<Issue>;

}  // namespace iaf
