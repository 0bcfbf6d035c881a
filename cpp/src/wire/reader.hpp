#pragma once

#include <cmath>
#include <cstddef>
#include <iaf/simulate.hpp>
#include <span>
#include <string>
#include <vector>

#include "model/issue.hpp"

// Reading the encoding of a request (see iaf/decode.hpp), whatever it means.

namespace iaf {

/// What a value is.
enum class Tag { number, string, numbers, array, object, other };

/// The path of a field of the object at `path`.
inline std::string joined(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

/// A text as it stands in messages.
inline std::string quoted(const std::string& text) {
  std::string out = "\"";
  return out.append(text).append("\"");
}

/// Reads one encoded tree from front to back. Anything truncated or out of range ends the reading
/// with an issue; nothing is ever read outside the span.
class Reader {
 public:
  explicit Reader(std::span<const double> encoded) : encoded_(encoded) {}

  Issues issues;

  void complain(const std::string& field, const std::string& value, const std::string& rule) {
    const std::string subject = field.empty() ? "request" : field;
    add_issue(issues, {field, value, subject + (value.empty() ? "" : " = " + value) + ": " + rule});
    if (issues.size() == Limits::issues) stop();
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
    return {values.begin(), values.end()};
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
      complain(path, skip(tag), "must be a number");
    }
  }

  void text(const std::string& path, std::string& out) {
    const Tag tag = this->tag();
    if (tag == Tag::string) {
      out = string();
    } else {
      complain(path, skip(tag), "must be a string");
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
        complain(indexed(path, i), skip(item), "must be a number");
      }
    } else {
      complain(path, skip(tag), "must be an array of numbers");
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
        complain(indexed(path, 0), text_of(first), "must be an object");
        return;
      }
      for (std::size_t i = 0; i < size && !broken_; ++i) visit(i);
    } else {
      complain(path, skip(tag), "must be an array");
    }
  }

  /// visit(key) for every entry of an object; it must read the value, or return false.
  template <class Visit>
  void object(const std::string& path, Visit visit) {
    const Tag tag = this->tag();
    if (tag != Tag::object) {
      complain(path, skip(tag), "must be an object");
      return;
    }
    for (std::size_t n = count(); n > 0 && !broken_; --n) {
      const std::string key = string();
      if (!visit(key)) complain(joined(path, key), skip(this->tag()), "is not a known field");
    }
  }

  template <class Object>
  bool field(const std::string& path, const std::string& key, const auto& fields, Object& object) {
    for (const auto& field : fields) {
      if (field.name != key) continue;
      number(joined(path, key), object.*field.member);
      return true;
    }
    return false;
  }

  std::size_t position() const { return position_; }
  void seek(std::size_t position) { position_ = position; }

 private:
  void fail() {
    if (!broken_) add_issue(issues, {"", "", "request: is not encoded as it should be"});
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
