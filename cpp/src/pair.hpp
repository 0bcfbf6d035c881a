#pragma once

#include <cstdint>

namespace iaf {

/// Two doubles, and their bits, in a SIMD register.
using Pair = double __attribute__((vector_size(16)));
using PairBits = std::uint64_t __attribute__((vector_size(16)));

}  // namespace iaf
