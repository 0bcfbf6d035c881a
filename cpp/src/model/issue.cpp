#include "model/issue.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

namespace iaf {

// Not printf: it would bring 12 kB of wasm that no picture needs.
std::string text_of(double number) {
  if (std::isnan(number)) return "NaN";
  if (number < 0) return std::string("-").append(text_of(-number));
  if (number == std::numeric_limits<double>::infinity()) return "Infinity";
  if (number == 0) return "0";
  int exponent = static_cast<int>(std::floor(std::log10(number)));
  const auto scaled = [&] {  // in two factors: 10^338 itself, for 5e-324, is no double
    const int shift = 14 - exponent;
    return std::round(number * std::pow(10.0, shift / 2) * std::pow(10.0, shift - shift / 2));
  };
  if (scaled() >= 1e15) ++exponent;
  std::string digits = std::to_string(static_cast<std::uint64_t>(scaled()));  // 15 of them
  digits.erase(digits.find_last_not_of('0') + 1);
  if (exponent < -5 || exponent > 14) {
    if (digits.size() > 1) digits.insert(1, 1, '.');
    return digits.append("e").append(std::to_string(exponent));
  }
  if (exponent < 0) {
    return std::string("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
  }
  const auto point = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= point) return digits.append(point - digits.size(), '0');
  return digits.insert(point, 1, '.');
}

std::string indexed(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

Issue number_issue(std::string field, double value, std::string_view unit,
                   const std::string& rule) {
  const std::string number = text_of(value);
  std::string message = field + " = " + number;
  if (!unit.empty()) (message += " ") += unit;
  (message += ": ") += rule;
  return {std::move(field), number, std::move(message)};
}

void add_issue(Issues& issues, Issue issue) {
  if (issues.size() < Limits::issues) issues.push_back(std::move(issue));
}

void complain(Issues& issues, const std::string& field, double value, std::string_view unit,
              const std::string& rule) {
  add_issue(issues, number_issue(field, value, unit, rule));
}

}  // namespace iaf
