#pragma once

#include <iaf/models/lif.hpp>
#include <variant>

namespace iaf {

/// The models there are: a new one is its header and its name here. The first is that of requests
/// which name none.
using Neuron = std::variant<Lif>;

}  // namespace iaf
