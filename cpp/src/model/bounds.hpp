#pragma once

#include <iaf/request.hpp>

namespace iaf {

/// How long a component is on between 0 and the end of the run, ms.
double time_on(const Component& component, double duration);

/// No fewer than the spikes of a run, and no longer than its shortest interspike interval.
struct SpikeBound {
  double count;
  double isi;  ///< ms
};
SpikeBound spike_bound(const Request& request);

}  // namespace iaf
