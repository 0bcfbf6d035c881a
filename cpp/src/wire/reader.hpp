#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/tables.hpp"

// Reading the encoding of a request (see iaf/decode.hpp), whatever it means.

namespace iaf {

/// What a value is.
enum class Tag { number, string, numbers, array, object, other };

/// What a value may be asked to be.
enum class Type { number, string, numbers, array, object };
inline constexpr std::array<std::string_view, 5> type_names = {
    "number", "string", "array of numbers", "array", "object"};

/// The path of a field of the object at `path`.
inline std::string joined(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

/// Reads one encoded tree from front to back. Anything truncated or out of range ends the reading
/// with an issue; nothing is ever read outside the span.
class Reader {
 public:
  explicit Reader(std::span<const double> encoded) : encoded_(encoded) {}

  Issues issues;

  void complain(const std::string& field, const std::string& value, const std::string& rule,
                Fault fault) {
    std::string message = field.empty() ? "request" : field;
    if (!value.empty()) (message += " = ") += value;
    (message += ": ") += rule;
    add_issue(issues, {field, value, message, fault.code, fault.limits});
    if (issues.size() == Limits::issues) stop();
  }

  /// Passes over a value that is not of the type it should be.
  void refuse(const std::string& path, Tag tag, Type wanted) { refuse(path, skip(tag), wanted); }
  void refuse(const std::string& path, const std::string& value, Type wanted) {
    const std::string_view& name = type_names[static_cast<std::size_t>(wanted)];
    const char* article = name.front() == 'a' || name.front() == 'o' ? "must be an " : "must be a ";
    complain(path, value, std::string(article).append(name), one_of(code::wrong_type, {&name, 1}));
  }

  Tag tag() {
    const double number = next();
    if (number >= 0 && number <= 5 && number == std::floor(number)) return static_cast<Tag>(number);
    fail();
    return Tag::other;
  }

  double next() {
    if (position_ < encoded_.size()) return encoded_[position_++];
    fail();
    return 0;
  }

  /// The number of things to come, each of at least one double.
  std::size_t count() {
    const double number = next();
    const auto left = static_cast<double>(encoded_.size() - position_);
    if (number >= 0 && number <= left) return static_cast<std::size_t>(number);
    fail();
    return 0;
  }

  std::string string() {
    const std::size_t length = count();
    std::string text;
    // Names are ASCII; whatever else stands in a text shows as '?' in a message.
    for (std::size_t i = 0; i < length; ++i) {
      const double unit = next();
      if (i < 200) text += unit >= 32 && unit < 127 ? static_cast<char>(unit) : '?';
    }
    return text;
  }

  std::vector<double> numbers() {
    const std::size_t length = count();
    const auto values = encoded_.subspan(position_, length);
    position_ += length;
    return {values.data(), values.data() + length};  // pointers: copied at once
  }

  /// Passes over a value whose tag has been read; says what it was.
  std::string skip(Tag tag, int depth = 0) {
    if (depth > 32) fail();
    if (broken_) return "";
    switch (tag) {
      case Tag::number: return text_of(next());
      case Tag::string: return quoted(string());
      case Tag::numbers: return numbers(), "an array";
      case Tag::array:
        for (std::size_t n = count(); n > 0 && !broken_; --n) skip(this->tag(), depth + 1);
        return "an array";
      case Tag::object:
        for (std::size_t n = count(); n > 0 && !broken_; --n) {
          string();
          skip(this->tag(), depth + 1);
        }
        return "an object";
      case Tag::other: return "";
    }
    return "";
  }

  void number(const std::string& path, double& out) {
    const Tag tag = this->tag();
    if (tag == Tag::number) {
      out = next();
    } else {
      refuse(path, tag, Type::number);
    }
  }

  void text(const std::string& path, std::string& out) {
    const Tag tag = this->tag();
    if (tag == Tag::string) {
      out = string();
    } else {
      refuse(path, tag, Type::string);
    }
  }

  void number_list(const std::string& path, std::vector<double>& out) {
    const Tag tag = this->tag();
    if (tag == Tag::numbers) {
      out = numbers();
    } else if (tag == Tag::array) {
      out.assign(count(), 0);
      for (std::size_t i = 0; i < out.size() && !broken_; ++i) {
        const Tag item = this->tag();
        if (item == Tag::number) {
          out[i] = next();
          continue;
        }
        refuse(indexed(path, i), item, Type::number);
      }
    } else {
      refuse(path, tag, Type::numbers);
      out.assign(1, 0);  // that it is empty would be one fault too many
    }
  }

  /// visit(index) for every element of an array.
  template <class Visit>
  void list(const std::string& path, Visit visit) {
    const Tag tag = this->tag();
    if (tag == Tag::array || tag == Tag::numbers) {
      const std::size_t size = count();
      if (tag == Tag::numbers && size > 0) {
        const double first = next();
        position_ += size - 1;
        refuse(indexed(path, 0), text_of(first), Type::object);
        return;
      }
      for (std::size_t i = 0; i < size && !broken_; ++i) visit(i);
    } else {
      refuse(path, tag, Type::array);
    }
  }

  /// visit(key) for every entry of an object; it must read the value, or return false. `known` are
  /// the fields there are, and `whose` goes behind the words "a known field".
  template <class Visit>
  void object(const std::string& path, std::span<const std::string_view> known,
              std::string_view whose, Visit visit) {
    const Tag tag = this->tag();
    if (tag != Tag::object) return refuse(path, tag, Type::object);
    for (std::size_t n = count(); n > 0 && !broken_; --n) {
      const std::string key = string();
      if (visit(key)) continue;
      complain(joined(path, key), skip(this->tag()),
               std::string("is not a known field").append(whose),
               one_of(code::unknown_field, known));
    }
  }

  bool field(const std::string& path, const std::string& key, const Numbers& numbers) {
    for (const auto& [info, value] : numbers) {
      if (info->name != key) continue;
      number(joined(path, key), *value);
      return true;
    }
    return false;
  }

  /// Passes over a value.
  void pass() { skip(tag()); }

  /// Reads the number of the form, which must be this one.
  bool has_form(double form) {
    const double written = next();
    if (broken_) return false;
    if (written == form) return true;
    // Before there was a number the first was the tag of the request.
    const bool is_tag = written >= 0 && written <= 5;
    const std::string writes = is_tag ? "an older one" : "form " + text_of(written);
    complain("", "",
             "iaf.wasm reads form " + text_of(form) + ", iaf.js writes " + writes +
                 ": the two files are of different releases; reload, or deploy both",
             between(code::wire_form, form, form));
    stop();
    return false;
  }

  std::size_t position() const { return position_; }
  void seek(std::size_t position) {
    if (!broken_) position_ = position;
  }

 private:
  void fail() {
    if (!broken_) {
      add_issue(issues, {"", "", "request: is not encoded as it should be", code::encoding, {}});
    }
    stop();
  }

  void stop() {
    broken_ = true;
    position_ = encoded_.size();
  }

  std::span<const double> encoded_;
  std::size_t position_ = 0;
  bool broken_ = false;
};

}  // namespace iaf
