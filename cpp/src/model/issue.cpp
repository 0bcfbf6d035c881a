#include "model/issue.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

#include "numbers/time.hpp"

namespace iaf {

namespace {

/// 10^n for n >= 0, rounded once.
double power_of_ten(int n) {
  Time power{1, 0};
  for (; n > 0; --n) {
    const double low = 10 * power.lo;
    power = product(power.hi, 10.0) + low;
  }
  return power.hi;
}

/// number·10^shift, in two factors: 10^338 itself, for 5e-324, is no double.
double shifted(double number, int shift) {
  const int size = std::abs(shift);
  const double half = power_of_ten(size / 2), rest = power_of_ten(size - size / 2);
  return shift < 0 ? number / half / rest : number * half * rest;
}

}  // namespace

// Neither printf nor pow and log10: they would bring 7 kB of wasm that no picture needs.
std::string text_of(double number) {
  if (std::isnan(number)) return "NaN";
  if (number < 0) return std::string("-").append(text_of(-number));
  if (number == std::numeric_limits<double>::infinity()) return "Infinity";
  if (number == 0) return "0";
  // number = 10^exponent·d, 1 <= d < 10; first by its power of two, to below
  int exponent = static_cast<int>(std::floor(std::ilogb(number) * 0.30102999566398120));
  if (shifted(number, -exponent) >= 10) ++exponent;
  double scaled = std::round(shifted(number, 14 - exponent));  // 15 digits
  if (scaled >= 1e15) scaled = std::round(shifted(number, 14 - ++exponent));
  std::string digits = std::to_string(static_cast<std::uint64_t>(scaled));
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

std::string quoted(std::string_view text) {
  return std::string("\"").append(text).append("\"");
}

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

Fault between(std::string_view code, double least, double greatest) {
  Fault out = at_most(code, greatest);
  out.limits.least = least;
  return out;
}

Fault at_most(std::string_view code, double greatest) {
  Fault out{code};
  out.limits.greatest = greatest;
  return out;
}

Fault at_least(std::string_view code, double least) {
  Fault out{code};
  out.limits.least = least;
  return out;
}

Fault one_of(std::string_view code, std::span<const std::string_view> names) {
  Fault out{code};
  out.limits.names = names;
  return out;
}

Issue number_issue(std::string field, double value, std::string_view unit, const std::string& rule,
                   Fault fault) {
  const std::string number = text_of(value);
  std::string message = field + " = " + number;
  if (!unit.empty()) (message += " ") += unit;
  (message += ": ") += rule;
  return {std::move(field), number, std::move(message), fault.code, fault.limits};
}

void add_issue(Issues& issues, Issue issue) {
  if (issues.size() < Limits::issues) issues.push_back(std::move(issue));
}

Issues only(Issue issue) {
  Issues out;
  out.push_back(std::move(issue));
  return out;
}

void complain(Issues& issues, const std::string& field, double value, std::string_view unit,
              const std::string& rule, Fault fault) {
  add_issue(issues, number_issue(field, value, unit, rule, fault));
}

}  // namespace iaf
