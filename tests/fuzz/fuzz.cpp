// libFuzzer over what strangers can send: every input must be answered with a run or with issues,
// soon, and a run must keep what the model promises. The first byte chooses the way in: the rest is
// an encoded request as JavaScript sends it, or the numbers of a well-formed one.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iaf/decode.hpp>
#include <iaf/firing_rate.hpp>
#include <iaf/simulate.hpp>
#include <iaf/view.hpp>
#include <limits>
#include <vector>

namespace {

using namespace iaf;

Request current_request;  // for the report of what broke

void show(const Request& request) {
  const Neuron& n = request.neuron;
  std::fprintf(stderr, "method %d dt %.17g duration %.17g\n", static_cast<int>(request.method),
               request.dt, request.duration);
  std::fprintf(stderr,
               "R %.17g C %.17g u_rest %.17g u_reset %.17g theta %.17g u_0 %.17g t_ref %.17g\n",
               n.R, n.C, n.u_rest, n.u_reset, n.theta, n.u_0, n.t_ref);
  for (const Component& c : request.input) {
    std::fprintf(stderr,
                 "kind %d amplitude %.17g frequency %.17g phase %.17g tau %.17g interval %.17g "
                 "start %.17g stop %.17g values",
                 static_cast<int>(c.kind), c.amplitude, c.frequency, c.phase, c.tau, c.interval,
                 c.start, c.stop);
    for (const double value : c.values) std::fprintf(stderr, " %.17g", value);
    std::fprintf(stderr, "\n");
  }
}

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  show(current_request);
  std::abort();
}

/// Takes numbers off the input: whole doubles, or small codes for values that tend to break things.
class Numbers {
 public:
  Numbers(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

  std::uint8_t byte() {
    if (left_ == 0) return 0;
    --left_;
    return *data_++;
  }

  double number() {
    static constexpr double special[] = {
        0,   1,    -1,  0.5,  5,   0.4,   1e-12, 1e12,  -1e12, 1e-9, 1e9,   100,
        0.1, 1e-3, 1e3, 10,   20,  3.3,   6.4,   0.78,  1e-6,  1e6,  -65,   -50,
        -70, 2,    1e5, 1e-5, 2.5, 0.999, 1.001, 159.2, 1e308, -0.0, 5e-324};
    const std::uint8_t code = byte();
    if (code < 2 * std::size(special)) return special[code / 2];
    if (code > 250) return std::numeric_limits<double>::quiet_NaN();
    if (code > 245) return std::numeric_limits<double>::infinity();
    if (code > 150) return (code - 200) * 0.37;
    double out = 0;
    std::uint8_t bytes[sizeof out];
    for (std::uint8_t& one : bytes) one = byte();
    std::memcpy(&out, bytes, sizeof out);
    return out;
  }

 private:
  const std::uint8_t* data_;
  std::size_t left_;
};

Request request_from(Numbers numbers) {
  Request request;
  request.method = static_cast<Method>(numbers.byte() % 3);
  const std::uint8_t given = numbers.byte();
  if ((given & 1) != 0) request.neuron.R = numbers.number();
  if ((given & 2) != 0) request.neuron.C = numbers.number();
  if ((given & 4) != 0) request.neuron.theta = numbers.number();
  if ((given & 8) != 0) request.neuron.u_reset = numbers.number();
  if ((given & 16) != 0) request.neuron.u_0 = numbers.number();
  if ((given & 32) != 0) request.neuron.u_rest = numbers.number();
  if ((given & 64) != 0) request.neuron.t_ref = numbers.number();
  if ((given & 128) != 0) request.duration = numbers.number();
  request.dt = request.duration / (1 + numbers.byte() * 4);
  request.input.resize(numbers.byte() % 5);
  for (Component& component : request.input) {
    component.kind = static_cast<Kind>(numbers.byte() % 5);
    component.amplitude = numbers.number();
    component.frequency = numbers.number();
    component.phase = numbers.number();
    component.tau = numbers.number();
    component.interval = numbers.number();
    component.values.resize(numbers.byte() % 6);
    for (double& value : component.values) value = numbers.number();
    const std::uint8_t windowed = numbers.byte();
    if ((windowed & 1) != 0) component.start = numbers.number();
    if ((windowed & 2) != 0) component.stop = component.start + numbers.number();
  }
  if (numbers.byte() % 2 == 0) request.probe = {0, request.duration / 3, request.duration};
  return request;
}

bool all_finite(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); });
}

void check_run(const Request& request, const Run& run) {
  demand(run.t.size() == run.u.size() && run.t.size() == run.current.size(), "one length");
  demand(all_finite(run.t) && all_finite(run.u) && all_finite(run.current), "finite samples");
  demand(all_finite(run.u_at_probe) && all_finite(run.spikes), "finite spikes and probes");
  demand(std::is_sorted(run.t.begin(), run.t.end()), "times in order");
  for (std::size_t i = 1; i < run.spikes.size(); ++i) {
    demand(run.spikes[i] > run.spikes[i - 1], "spikes strictly increase");
  }
  if (request.method != Method::exact) return;
  double scale = std::abs(request.neuron.u_rest) + std::abs(request.neuron.theta);
  for (const Component& component : request.input) {
    double size = std::abs(component.amplitude);
    if (component.kind == Kind::ramp) size *= request.duration + std::abs(component.start);
    for (const double value : component.values) size = std::max(size, std::abs(value));
    scale += request.neuron.R * size;
  }
  const double highest = *std::max_element(run.u.begin(), run.u.end());
  demand(highest <= request.neuron.theta + 1e-9 * scale, "u never exceeds theta");
}

/// The work of one execution, so that a million of them end: refused by the harness, not the core.
bool quick(const Request& request) {
  const Neuron& neuron = request.neuron;
  double events = request.duration / request.dt;
  double drive = std::abs(neuron.u_rest - neuron.u_reset);
  for (const Component& component : request.input) {
    double size = std::abs(component.amplitude);
    if (component.kind == Kind::ramp) size *= request.duration + std::abs(component.start);
    for (const double value : component.values) size = std::max(size, std::abs(value));
    drive += neuron.R * size;
    if (component.kind == Kind::sine) {
      events += std::abs(component.frequency) * request.duration / 1000;
    }
  }
  events += drive * request.duration / (tau_m(neuron) * (neuron.theta - neuron.u_reset));
  return events * static_cast<double>(request.input.size() + 1) < 20000;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Request request;
  if (data[0] % 2 == 0) {
    std::vector<double> encoded((size - 1) / sizeof(double));
    if (!encoded.empty()) std::memcpy(encoded.data(), data + 1, encoded.size() * sizeof(double));
    if (data[0] % 4 == 0) {
      const auto decoded = decode_sweep(encoded);
      for (const Issue& issue : decoded.issues) demand(!issue.message.empty(), "a message");
      request = decoded.value.request;
    } else {
      auto decoded = decode_request(encoded);
      for (const Issue& issue : decoded.issues) demand(!issue.message.empty(), "a message");
      request = decoded.value;
    }
  } else {
    request = request_from(Numbers(data + 1, size - 1));
  }
  const Issues issues = validate(request);
  for (const Issue& issue : issues) demand(!issue.message.empty(), "a message");
  if (!issues.empty() || !quick(request)) return 0;
  current_request = request;
  if (std::getenv("SHOW") != nullptr) show(request);
  const auto outcome = simulate(request);
  if (const auto* refused = std::get_if<Issues>(&outcome)) {  // too much work, as it turned out
    demand(!refused->empty() && !refused->front().message.empty(), "a message");
    return 0;
  }
  check_run(request, std::get<Run>(outcome));
  const auto shown = view(request, 0, request.duration, 100);
  if (const auto* picture = std::get_if<View>(&shown)) {
    demand(all_finite(picture->u) && all_finite(picture->t), "finite view");
  }
  return 0;
}
