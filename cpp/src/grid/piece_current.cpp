#include "grid/piece_current.hpp"

#include "model/input.hpp"

namespace iaf {

struct PieceCurrent::Adder {
  PieceCurrent& to;

  void operator()(const term::Constant& constant) const { to.constant_ += constant.value; }
  void operator()(const term::Line& line) const { to.lines_.push_back(line); }
  void operator()(const term::Wave& wave) const {
    to.waves_.push_back(
        {wave.amplitude, wave.frequency / 1000, wave.phase / (2 * pi), wave.origin});
  }
  void operator()(const term::Decay& decay) const {
    to.decays_.push_back({decay.amplitude, -1 / decay.tau, decay.origin});
  }
};

void PieceCurrent::begin(const Input& input, double inside) {
  constant_ = 0;
  lines_.clear();
  waves_.clear();
  decays_.clear();
  for (const Component& component : input) terms_around(component, inside, Adder{*this});
}

}  // namespace iaf
