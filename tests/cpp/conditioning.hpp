#pragma once

#include <iaf/simulate.hpp>
#include <vector>

// How well a request determines its answer: what a rounding of its numbers, and of the terms of u,
// is worth in u and in the times of the spikes. The tolerances of the tests come from here.

/// I(t), nA, from the definition; at an edge the value after it.
double input_current(const iaf::Input& input, double t);

/// What rounding is worth in u, mV.
double rounding_of_u(const iaf::Request& request);

/// What rounding is worth in the time of each spike of `run`, ms: that of u at the slope there,
/// what the error of the spike before leaves of itself, and the rounding of the time.
std::vector<double> rounding_of_spikes(const iaf::Request& request, const iaf::Run& run);

/// Compares the spike times of two runs, the second's multiplied by `scale`. Where rounding alone
/// could move a spike by more than a millionth of a ms, it and those after it are not compared.
void check_same_spikes(const iaf::Request& request, const iaf::Run& run,
                       const iaf::Request& other_request, const iaf::Run& other, double scale = 1);
