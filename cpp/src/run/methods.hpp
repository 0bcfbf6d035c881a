#pragma once

#include <iaf/simulate.hpp>

namespace iaf {

/// Fills `run` by the method that a valid request names; false where the work outgrew Limits::work,
/// which for the exact method only shows on the way.
bool run_method(const Request& request, Run& run);

}  // namespace iaf
