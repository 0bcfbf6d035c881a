#pragma once

#include <array>
#include <iaf/field.hpp>
#include <iaf/method.hpp>
#include <limits>
#include <string_view>

namespace iaf {

/// The terms that every input current is a sum of on a smooth piece, in nA, over the time t of the
/// run in ms. Both the methods on the grid and the exact one are made of them.
namespace term {

struct Constant {
  double value;  ///< nA
};
/// value + slope·(t - origin)
struct Line {
  double value;   ///< nA
  double slope;   ///< nA/ms
  double origin;  ///< ms
};
/// amplitude·sin(2π·frequency·(t - origin)/1000 + phase)
struct Wave {
  double amplitude;  ///< nA
  double frequency;  ///< Hz
  double phase;      ///< rad
  double origin;     ///< ms
};
/// amplitude·exp(-(t - origin)/tau)
struct Decay {
  double amplitude;  ///< nA
  double tau;        ///< ms
  double origin;     ///< ms
};

}  // namespace term

/// What a kind of input says of itself, beside the struct `Shape` of its numbers:
///
///     static constexpr std::string_view name;      how requests call it
///     static constexpr Methods methods;            that can take it
///     static constexpr std::array fields;          Field<Shape>, every number of the struct
///     static constexpr ListField<Shape> list;      where it has a list of numbers, too
///     static void terms(shape, double t, add)      add(term) for all it is a sum of around t, an
///                                                  instant inside its window
///
/// The waves and decays are in number, order, frequencies and time constants the same at all times;
/// what is off has the amplitude 0. Lines may come and go. All shapes have a window [start, stop)
/// in ms, outside of which there is no current. A shape that is not smooth within its window also
/// has
///
///     static std::size_t knots(shape)              how many instants part it
///     static double knot(shape, std::size_t k)     the k-th of them, ms, increasing
///     static Strength strength(shape, double on)   over `on` ms of its window
template <class Shape>
struct Kind;

/// Bounds on the positive part of a current within a run.
struct Strength {
  double peak = 0;    ///< no less than the greatest current, nA; 0 where it is never positive
  double charge = 0;  ///< no less than the integral of its positive part, nA·ms
};

/// The end of a window that has none, ms.
inline constexpr double for_ever = std::numeric_limits<double>::infinity();

/// The fields of the window.
template <class Shape>
inline constexpr Field<Shape> start_field{{"start", "ms", Bound::finite}, &Shape::start};
template <class Shape>
inline constexpr Field<Shape> stop_field{{"stop", "ms", Bound::finite_or_infinite}, &Shape::stop};

}  // namespace iaf
