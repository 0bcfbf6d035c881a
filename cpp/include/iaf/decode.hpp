#pragma once

#include <iaf/firing_rate.hpp>
#include <iaf/simulate.hpp>
#include <span>

// A request as it arrives from a language without C++ types: a tree of objects, arrays, strings and
// numbers, written out as one run of doubles. The other end of this format is encode.js under
// web/js; whoever changes one changes both, and the number of the form in both. First comes that
// number, then the tree, in which every value begins with its tag:
//
//     0 x                    the number x
//     1 n c…                 a string of n UTF-16 code units
//     2 n x…                 an array of n numbers
//     3 n value…             an array of n values
//     4 n (n c… value)…      an object: n keys, each as a string without its tag, with their values
//     5                      anything else (null, a boolean, a function, …)
//
// Decoding checks the form alone: unknown fields, wrong types, unknown names. What the numbers mean
// is left to `validate`. Missing fields keep the defaults of Request and of the shape's kind.

namespace iaf {

/// The form that is read here. Encoded requests begin with it; it is none of the tags, with which
/// they began before there was a number.
inline constexpr double wire_form = 101;

/// What was decoded, and every fault of form found on the way.
template <class Value>
struct Decoded {
  Value value;
  Issues issues;
};

/// { neuron, input, method, dt, duration, probe }.
Decoded<Request> decode_request(std::span<const double> encoded);

/// The same with `axes`: [{ field, values }, …].
Decoded<Sweep> decode_sweep(std::span<const double> encoded);

}  // namespace iaf
