#pragma once

#include <string_view>
#include <vector>

// The numeric fields of models and of kinds of input as data: decoding, validation, sweeps,
// defaults and capabilities all go by these tables, so that a name and its bounds stand once.

namespace iaf {

/// Which numbers a field takes; `Limits::magnitude` is the end of all of them.
enum class Bound {
  finite,              ///< from -magnitude to magnitude
  positive,            ///< from 1/magnitude to magnitude
  not_negative,        ///< from 0 to magnitude
  finite_or_infinite,  ///< from -magnitude to magnitude, or Infinity
};

/// What is to be known of a field.
struct FieldInfo {
  std::string_view name;
  std::string_view unit;
  Bound bound;
};

/// A numeric field of an `Object`.
template <class Object>
struct Field {
  FieldInfo info;
  double Object::* member;
};

/// A field that is a list of numbers, each within the bounds.
struct ListInfo {
  FieldInfo info;
  std::string_view noun;  ///< what one of the numbers is called: "current"
};
template <class Object>
struct ListField {
  ListInfo info;
  std::vector<double> Object::* member;
};

}  // namespace iaf
