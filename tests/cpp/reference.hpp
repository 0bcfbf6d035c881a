#pragma once

#include <iaf/simulate.hpp>
#include <string>
#include <vector>

// The reference data of tests/reference, made with no code of this project.

namespace reference {

/// A case of exact.json or another file of the same form.
struct Exact {
  std::string name;
  iaf::Request request;
  std::vector<long double> spikes;  ///< ms, 20 digits
  std::vector<double> u_at_probe;   ///< mV
};
std::vector<Exact> exact(const std::string& file);

/// A case of notebook.json as a request whose forward Euler run must repeat the notebook's.
struct Notebook {
  std::string name;
  iaf::Request request;
  std::size_t samples;                  ///< the notebook's count, start value included
  std::vector<std::size_t> spike_step;  ///< step numbers
  std::vector<std::size_t> u_step;      ///< steps at which u is given
  std::vector<double> u;                ///< mV
};
std::vector<Notebook> notebook();

}  // namespace reference
