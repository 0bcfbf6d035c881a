#pragma once

#include <iaf/simulate.hpp>
#include <string>
#include <string_view>

namespace iaf {

/// A number as people write it, with at most 15 significant digits: 0.4, 1e7, NaN.
std::string text_of(double number);

/// The path of an element: path[index].
std::string indexed(const std::string& path, std::size_t index);

/// The issue "<field> = <value> <unit>: <rule>".
Issue number_issue(std::string field, double value, std::string_view unit, const std::string& rule);

/// Adds an issue, unless there are Limits::issues: nobody reads more.
void add_issue(Issues& issues, Issue issue);

/// Adds a `number_issue`.
void complain(Issues& issues, const std::string& field, double value, std::string_view unit,
              const std::string& rule);

}  // namespace iaf
