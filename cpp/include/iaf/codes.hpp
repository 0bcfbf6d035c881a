#pragma once

#include <string_view>

// Every kind of fault has a word that stays what it is, whatever the messages come to say, and
// beside it the limits that were passed, as numbers and names (see Issue).

namespace iaf::code {

// Of the form of a request. Limits:
inline constexpr std::string_view encoding = "encoding";      ///< none: cut off, or no request
inline constexpr std::string_view wire_form = "wire-form";    ///< least = greatest: the form read
inline constexpr std::string_view wrong_type = "wrong-type";  ///< names: the type that is wanted
inline constexpr std::string_view missing = "missing";        ///< names: those to choose from
inline constexpr std::string_view unknown_name = "unknown-name";    ///< names: those there are
inline constexpr std::string_view unknown_field = "unknown-field";  ///< names: those there are

// Of its numbers.
inline constexpr std::string_view out_of_bounds = "out-of-bounds";  ///< least, greatest
inline constexpr std::string_view empty = "empty";                  ///< least: how many it takes
inline constexpr std::string_view out_of_order = "out-of-order";    ///< below or above: the other
inline constexpr std::string_view outside_run = "outside-run";      ///< least, greatest, ms

// Of what cannot go together.
inline constexpr std::string_view cannot_run = "cannot-run";  ///< names: the methods that can

// Of their work.
inline constexpr std::string_view too_many = "too-many";            ///< greatest: things in a list
inline constexpr std::string_view too_much_work = "too-much-work";  ///< greatest: steps, spikes,
                                                                    ///< cycles or evaluations
inline constexpr std::string_view too_close = "too-close";  ///< least: interval of spikes, ms

// Of views and sweeps.
inline constexpr std::string_view no_window = "no-window";  ///< least, greatest, ms
inline constexpr std::string_view no_field = "no-field";    ///< none: of a field that an axis names

}  // namespace iaf::code
