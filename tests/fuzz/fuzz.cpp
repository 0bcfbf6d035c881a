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
#include <type_traits>
#include <vector>

#include "model/on.hpp"
#include "model/tables.hpp"

namespace {

using namespace iaf;

/// The neuron of a request, the only model there is.
Lif& lif(Request& request) {
  return *std::get_if<Lif>(&request.neuron);
}
const Lif& lif(const Request& request) {
  return *std::get_if<Lif>(&request.neuron);
}

Request current_request;  // for the report of what broke

void show(const Request& request) {
  std::fprintf(stderr, "method %d\n", static_cast<int>(request.method));
  for_each_number(request, [](const auto& path, const FieldInfo&, double value) {
    std::fprintf(stderr, "%s %.17g\n", path().c_str(), value);
  });
  for (const Component& component : request.input) {
    std::fprintf(stderr, "%.*s", static_cast<int>(kind_names[component.index()].size()),
                 kind_names[component.index()].data());
    if (const List list = list_of(component); list.values != nullptr) {
      for (const double value : *list.values) std::fprintf(stderr, " %.17g", value);
    }
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
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

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

Request request_from(Bytes numbers) {
  Request request;
  request.method = static_cast<Method>(numbers.byte() % 3);
  const std::uint8_t given = numbers.byte();
  if ((given & 1) != 0) lif(request).R = numbers.number();
  if ((given & 2) != 0) lif(request).C = numbers.number();
  if ((given & 4) != 0) lif(request).theta = numbers.number();
  if ((given & 8) != 0) lif(request).u_reset = numbers.number();
  if ((given & 16) != 0) lif(request).u_0 = numbers.number();
  if ((given & 32) != 0) lif(request).u_rest = numbers.number();
  if ((given & 64) != 0) lif(request).t_ref = numbers.number();
  if ((given & 128) != 0) request.duration = numbers.number();
  request.dt = request.duration / (1 + numbers.byte() * 4);
  request.input.resize(numbers.byte() % 5);
  for (Component& component : request.input) {
    component = alternative<Component>(numbers.byte() % kind_names.size());
    for (const Number& field : numbers_of(component)) {
      const std::string_view name = field.info->name;
      if (name != "start" && name != "stop") *field.value = numbers.number();
    }
    if (const List list = list_of(component); list.values != nullptr) {
      list.values->resize(numbers.byte() % 6);
      for (double& value : *list.values) value = numbers.number();
    }
    const std::uint8_t windowed = numbers.byte();
    on(component, [&](auto& shape) {
      if ((windowed & 1) != 0) shape.start = numbers.number();
      if ((windowed & 2) != 0) shape.stop = shape.start + numbers.number();
    });
  }
  if (numbers.byte() % 2 == 0) request.probe = {0, request.duration / 3, request.duration};
  return request;
}

/// No less than the greatest current of a component, nA, whatever its sign.
double size_of(const Component& component, double duration) {
  return on(component, [=]<class Shape>(const Shape& shape) {
    double size = 0;
    if constexpr (requires { shape.amplitude; }) size = std::abs(shape.amplitude);
    if constexpr (std::is_same_v<Shape, Ramp>) size *= duration + std::abs(shape.start);
    if constexpr (requires { shape.values; }) {
      for (const double value : shape.values) size = std::max(size, std::abs(value));
    }
    return size;
  });
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
  double scale = std::abs(lif(request).u_rest) + std::abs(lif(request).theta);
  for (const Component& component : request.input) {
    scale += lif(request).R * size_of(component, request.duration);
  }
  const double highest = *std::max_element(run.u.begin(), run.u.end());
  demand(highest <= lif(request).theta + 1e-9 * scale, "u never exceeds theta");
}

/// The work of one execution, so that a million of them end: refused by the harness, not the core.
bool quick(const Request& request) {
  const Lif& neuron = lif(request);
  double events = request.duration / request.dt;
  double drive = std::abs(neuron.u_rest - neuron.u_reset);
  for (const Component& component : request.input) {
    drive += neuron.R * size_of(component, request.duration);
    if (const auto* sine = std::get_if<Sine>(&component)) {
      events += std::abs(sine->frequency) * request.duration / 1000;
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
    request = request_from(Bytes(data + 1, size - 1));
  }
  const Issues issues = validate(request);
  for (const Issue& issue : issues) demand(!issue.message.empty(), "a message");
  if (!issues.empty() || !quick(request)) return 0;
  current_request = request;
  if (std::getenv("SHOW") != nullptr) show(request);
  static Run run;  // that of the execution before: nothing of it may be left
  const Issues refused = simulate(request, run);
  if (!refused.empty()) {  // too much work, as it turned out
    demand(!refused.front().message.empty() && !refused.front().code.empty(), "a message");
    return 0;
  }
  check_run(request, run);
  const auto shown = view(request, 0, request.duration, 100);
  if (const auto* picture = std::get_if<View>(&shown)) {
    demand(all_finite(picture->t), "finite view");
    for (const Trace& trace : picture->traces) {
      demand(all_finite(trace.values) && trace.values.size() == picture->t.size(), "traces");
    }
  }
  return 0;
}
