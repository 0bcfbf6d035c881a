#pragma once

#include <iaf/current.hpp>
#include <iaf/method.hpp>
#include <iaf/neuron.hpp>
#include <vector>

namespace iaf {

/// What to simulate. The initial values are the project's defaults.
struct Request {
  Neuron neuron;
  Input input = {Constant{.amplitude = 0.8}};
  Method method = Method::exact;
  double dt = 0.1;        ///< ms, > 0: step of euler and rk4; spacing of the samples of exact
  double duration = 100;  ///< ms, > 0
  std::vector<double> probe = {};  ///< ms, in [0, duration], any order: times of u_at_probe
};

}  // namespace iaf
