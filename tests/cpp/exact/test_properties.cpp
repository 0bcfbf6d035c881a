#include <cmath>
#include <limits>

#include "conditioning.hpp"
#include "random.hpp"

// What must hold for every neuron and input, on 13,000 random ones. Where numbers are only rescaled
// by powers of two nothing is rounded differently, and the spikes have to agree to the last bit.

using namespace iaf;

namespace {

void scale_current(Component& component, double factor) {
  std::visit(
      [=](auto& shape) {
        if constexpr (requires { shape.values; }) {
          for (double& value : shape.values) value *= factor;
        } else {
          shape.amplitude *= factor;
        }
      },
      component);
}

Request with_potentials(Request request, double factor, double shift) {
  Lif& neuron = lif(request);
  for (double* u : {&neuron.u_rest, &neuron.u_reset, &neuron.theta, &neuron.u_0})
    *u = *u * factor + shift;
  for (Component& component : request.input) {
    scale_current(component, factor);
  }
  return request;
}

Request with_time(Request request, double factor) {
  lif(request).C *= factor;
  lif(request).t_ref *= factor;
  request.duration *= factor;
  request.dt *= factor;
  for (double& t : request.probe) t *= factor;
  for (Component& component : request.input) {
    std::visit(
        [=]<class Shape>(Shape& shape) {
          if constexpr (std::is_same_v<Shape, Ramp>) shape.amplitude /= factor;
          if constexpr (requires { shape.frequency; }) shape.frequency /= factor;
          if constexpr (requires { shape.tau; }) shape.tau *= factor;
          if constexpr (requires { shape.interval; }) shape.interval *= factor;
          shape.start *= factor;
          shape.stop *= factor;
        },
        component);
  }
  return request;
}

/// The same shape begun `later` ms, or `knots` of its samples, later: what it does from then on.
template <class Shape>
Shape begun_later(Shape shape, double later, std::size_t knots) {
  shape.start += later;
  if constexpr (std::is_same_v<Shape, Sine>) {
    shape.phase += 2 * 3.14159265358979323846 * shape.frequency / 1000 * later;
  } else if constexpr (std::is_same_v<Shape, Exponential>) {
    shape.amplitude *= std::exp(-later / shape.tau);
  } else if constexpr (std::is_same_v<Shape, Samples>) {
    shape.values.erase(shape.values.begin(),
                       shape.values.begin() + static_cast<std::ptrdiff_t>(knots));
  }
  return shape;
}

/// The same current as one shape, in up to four windows.
template <class Shape>
void add_in_windows(Random& random, Shape rest, double duration, Input& input) {
  for (int i = random.whole(1, 3); i > 0; --i) {
    double later = random.real(0, 0.5) * (std::min(rest.stop, duration) - rest.start);
    std::size_t knots = 0;
    if constexpr (std::is_same_v<Shape, Samples>) {  // can be cut at a sample only
      knots = std::min(static_cast<std::size_t>(later / rest.interval), rest.values.size() - 1);
      later = static_cast<double>(knots) * rest.interval;
    }
    if (later <= 0 || rest.start + later >= rest.stop) continue;
    Shape head = rest;
    head.stop = rest.start + later;
    if constexpr (std::is_same_v<Shape, Ramp>) {  // its height at the cut goes on as a constant
      input.push_back(
          Constant{.amplitude = rest.amplitude * later, .start = head.stop, .stop = rest.stop});
    }
    rest = begun_later(rest, later, knots);
    input.push_back(head);
  }
  input.push_back(rest);
}

/// The same current as one shape, as two of its kind.
template <class Shape>
void add_in_parts(Random& random, const Shape& whole, Input& input) {
  Shape one = whole, other = whole;
  const double share = random.real(-1, 2);
  if constexpr (std::is_same_v<Shape, Samples>) {
    for (std::size_t k = 0; k < whole.values.size(); ++k) {
      one.values[k] = whole.values[k] * random.real(-1, 2);
      other.values[k] = whole.values[k] - one.values[k];
    }
  } else {
    one.amplitude = whole.amplitude * share;
    other.amplitude = whole.amplitude - one.amplitude;
  }
  input.push_back(one);
  input.push_back(other);
}

std::vector<double> times(Random& random, const Request& request, int count) {
  std::vector<double> out;
  for (int i = 0; i < count; ++i) out.push_back(random.real(0, request.duration));
  return out;
}

}  // namespace

TEST_CASE("shifting all potentials shifts u and nothing else", "[properties]") {
  for_random_requests(1'000'000, 1500, [](Random& random, Request request) {
    request.probe = times(random, request, 5);
    const double shift = random.real(-100, 100);
    Request shifted = request;
    Lif& neuron = lif(shifted);
    for (double* u : {&neuron.u_rest, &neuron.u_reset, &neuron.theta, &neuron.u_0}) *u += shift;
    const Run here = run(request), there = run(shifted);
    check_same_spikes(request, here, shifted, there);
    if (!here.spikes.empty()) return;  // otherwise u inherits the errors of the spikes
    for (std::size_t i = 0; i < request.probe.size(); ++i) {
      CHECK(std::abs(there.u_at_probe[i] - here.u_at_probe[i] - shift) <=
            rounding_of_u(request) + rounding_of_u(shifted));
    }
  });
}

TEST_CASE("scaling time scales the spike times", "[properties]") {
  for_random_requests(2'000'000, 1500, [](Random& random, const Request& request) {
    const double factor = random.scale(0.01, 100);
    const Request scaled = with_time(request, factor);
    check_same_spikes(request, run(request), scaled, run(scaled), 1 / factor);
  });
}

TEST_CASE("scaling time by a power of two scales the spike times to the bit", "[properties]") {
  for_random_requests(3'000'000, 1000, [](Random& random, const Request& request) {
    const double factor = std::ldexp(1.0, random.whole(-8, 8));
    std::vector<double> wanted = run(request).spikes;
    for (double& spike : wanted) spike *= factor;
    CHECK(run(with_time(request, factor)).spikes == wanted);
  });
}

TEST_CASE("scaling potentials and currents together changes no spike", "[properties]") {
  for_random_requests(4'000'000, 1500, [](Random& random, const Request& request) {
    const Request scaled = with_potentials(request, random.scale(0.01, 100), 0);
    check_same_spikes(request, run(request), scaled, run(scaled));
  });
}

TEST_CASE("scaling potentials and currents by a power of two changes no bit of a spike",
          "[properties]") {
  for_random_requests(5'000'000, 1000, [](Random& random, const Request& request) {
    const double factor = std::ldexp(1.0, random.whole(-8, 8));
    CHECK(run(with_potentials(request, factor, 0)).spikes == run(request).spikes);
  });
}

TEST_CASE("spikes do not depend on dt or on probes, nor probes on dt", "[properties]") {
  for_random_requests(6'000'000, 1000, [](Random& random, Request request) {
    const std::vector<double> spikes = run(request).spikes;
    request.probe = times(random, request, 20);
    const Run probed = run(request);
    request.dt *= random.scale(0.01, 100);
    const Run other = run(request);
    CHECK(probed.spikes == spikes);
    CHECK(other.spikes == spikes);
    CHECK(other.u_at_probe == probed.u_at_probe);
  });
}

TEST_CASE("spikes do not depend on how the input is cut into windows", "[properties]") {
  for_random_requests(7'000'000, 1500, [](Random& random, const Request& request) {
    Request cut = request;
    cut.input.clear();
    for (const Component& component : request.input) {
      std::visit(
          [&](const auto& shape) { add_in_windows(random, shape, request.duration, cut.input); },
          component);
    }
    check_same_spikes(request, run(request), cut, run(cut));
  });
}

TEST_CASE("spikes do not depend on how the input is cut into components", "[properties]") {
  for_random_requests(8'000'000, 1500, [](Random& random, const Request& request) {
    Request cut = request;
    cut.input.clear();
    for (const Component& component : request.input) {
      std::visit([&](const auto& shape) { add_in_parts(random, shape, cut.input); }, component);
    }
    check_same_spikes(request, run(request), cut, run(cut));
  });
}

TEST_CASE("after a spike nothing of the past matters but the time", "[properties]") {
  for_random_requests(9'000'000, 1000, [](Random& random, Request request) {
    lif(request).t_ref = 0;
    Run whole = run(request);
    if (whole.spikes.size() < 2) return;
    const auto at =
        static_cast<std::size_t>(random.whole(0, static_cast<int>(whole.spikes.size()) - 2));
    const double spike = whole.spikes[at];
    Request rest = request;
    lif(rest).u_0 = lif(request).u_reset;
    rest.duration -= spike;
    for (Component& component : rest.input) {
      std::visit([=](auto& shape) { shape.start -= spike, shape.stop -= spike; }, component);
    }
    Run later = run(rest);
    for (double& t : later.spikes) t += spike;
    whole.spikes.erase(whole.spikes.begin(),
                       whole.spikes.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    const std::vector<double> allowed = rounding_of_spikes(request, whole);
    const std::size_t both = std::min(later.spikes.size(), whole.spikes.size());
    for (std::size_t i = 0; i < both && allowed[i] <= 1e-7; ++i) {
      INFO("spike " << i << " after " << spike << " ms");
      // The time of the reset is a double too, so the whole rest may be off by that much.
      CHECK(std::abs(later.spikes[i] - whole.spikes[i]) <= 4 * allowed[i]);
    }
    if (allowed.back() <= 1e-7) CHECK(later.spikes.size() == whole.spikes.size());
  });
}

TEST_CASE("spikes strictly increase, at least t_ref apart", "[properties]") {
  for_random_requests(10'000'000, 2000, [](Random&, const Request& request) {
    const std::vector<double> spikes = run(request).spikes;
    for (std::size_t i = 0; i < spikes.size(); ++i) {
      const double before = i > 0 ? spikes[i - 1] : 0;
      const double at_least = i > 0 ? lif(request).t_ref : 0;
      CHECK(spikes[i] > before);
      // Two times, each rounded to a double.
      CHECK(spikes[i] - before >= at_least - std::numeric_limits<double>::epsilon() * spikes[i]);
      CHECK(spikes[i] <= request.duration);
    }
  });
}

TEST_CASE("u is never above theta between spikes, and at theta when it fires", "[properties]") {
  for_random_requests(11'000'000, 500, [](Random& random, Request request) {
    const std::vector<double> spikes = run(request).spikes;
    // One stretch between spikes, and the last, at 2000 points each; half of them crowd at its end.
    const int many = static_cast<int>(spikes.size());
    request.probe.clear();
    for (const int gap : {random.whole(0, many), many}) {
      const auto next = static_cast<std::size_t>(gap);
      const double from = gap > 0 ? spikes[next - 1] : 0,
                   to = gap < many ? spikes[next] : request.duration;
      for (int i = 1; i <= 1000; ++i) {
        request.probe.push_back(from + (to - from) * (i / 1000.0));
        request.probe.push_back(to - (to - from) * std::ldexp(1.0, -i / 20));
      }
    }
    for (double& t : request.probe) t = std::min(t, request.duration);
    const std::size_t scanned = request.probe.size();
    for (const double spike : spikes) request.probe.push_back(spike);
    const Run found = run(request);
    const double rounding = rounding_of_u(request);
    double highest = lif(request).u_0;
    for (const double u : found.u) highest = std::max(highest, u);
    for (std::size_t i = 0; i < scanned; ++i) highest = std::max(highest, found.u_at_probe[i]);
    CHECK(highest <= lif(request).theta + rounding);
    for (std::size_t i = scanned; i < request.probe.size(); ++i) {
      const double t = request.probe[i];
      const double drive = std::abs(lif(request).u_rest - lif(request).theta +
                                    lif(request).R * input_current(request.input, t));
      // The spike is the double nearest to the crossing, and u there as far off as that is.
      CHECK(std::abs(found.u_at_probe[i] - lif(request).theta) <=
            rounding + std::numeric_limits<double>::epsilon() * t * drive / tau_m(lif(request)));
    }
  });
}
