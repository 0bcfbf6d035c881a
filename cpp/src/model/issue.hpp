#pragma once

#include <iaf/issue.hpp>
#include <iaf/limits.hpp>
#include <span>
#include <string>
#include <string_view>

namespace iaf {

/// A number as people write it, with at most 15 significant digits: 0.4, 1e7, NaN.
std::string text_of(double number);

/// The path of an element: path[index].
std::string indexed(const std::string& path, std::size_t index);

/// A text as it stands in messages.
std::string quoted(std::string_view text);

/// "a, b, c"
std::string listed(std::span<const std::string_view> names);

/// The kind of a fault: its code, and what would have been allowed.
struct Fault {
  std::string_view code;
  Allowed limits = {};
};
Fault between(std::string_view code, double least, double greatest);
Fault at_most(std::string_view code, double greatest);
Fault at_least(std::string_view code, double least);
/// `names` has to be kept for ever.
Fault one_of(std::string_view code, std::span<const std::string_view> names);

/// The issue "<field> = <value> <unit>: <rule>".
Issue number_issue(std::string field, double value, std::string_view unit, const std::string& rule,
                   Fault fault);

/// Adds an issue, unless there are Limits::issues: nobody reads more.
void add_issue(Issues& issues, Issue issue);

/// The one issue of what is wrong in no other way.
Issues only(Issue issue);

/// Adds a `number_issue`.
void complain(Issues& issues, const std::string& field, double value, std::string_view unit,
              const std::string& rule, Fault fault);

}  // namespace iaf
