#include "reference.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "run.hpp"

namespace reference {
namespace {

using iaf::Component;
using nlohmann::json;

constexpr double pi = 3.14159265358979323846;

json load(const std::string& file) {
  std::ifstream stream(std::string(REFERENCE_DIRECTORY) + "/" + file);
  if (!stream) throw std::runtime_error("cannot open " + file);
  return json::parse(stream);
}

/// Sets the window and, by name, the numbers of a shape.
template <class Shape>
Shape shape_from(const json& source) {
  Shape out;
  for (const auto& field : iaf::Kind<Shape>::fields) {
    double& value = out.*field.member;
    // Not even the amplitude is left out in the references; the default would not be theirs.
    value = source.value(std::string(field.info.name), field.info.name == "amplitude" ? 0 : value);
  }
  if constexpr (requires { out.values; }) out.values = source.value("values", out.values);
  return out;
}

Component component_from(const json& source) {
  const std::string name = source.at("kind");
  if (name == "constant") return shape_from<iaf::Constant>(source);
  if (name == "ramp") return shape_from<iaf::Ramp>(source);
  if (name == "sine") return shape_from<iaf::Sine>(source);
  if (name == "exponential") return shape_from<iaf::Exponential>(source);
  if (name == "samples") return shape_from<iaf::Samples>(source);
  throw std::runtime_error("unknown kind " + name);
}

}  // namespace

std::vector<Exact> exact(const std::string& file) {
  std::vector<Exact> cases;
  for (const json& source : load(file)) {
    Exact out;
    out.name = source.at("name");
    const json& neuron = source.at("neuron");
    out.request.neuron =
        iaf::Lif{neuron.at("R"),     neuron.at("C"),   neuron.at("u_rest"), neuron.at("u_reset"),
                 neuron.at("theta"), neuron.at("u_0"), neuron.at("t_ref")};
    out.request.input.clear();
    for (const json& component : source.at("input")) {
      out.request.input.push_back(component_from(component));
    }
    out.request.duration = source.at("duration");
    out.request.probe = source.at("probe").get<std::vector<double>>();
    for (const std::string text : source.at("spikes")) out.spikes.push_back(std::stold(text));
    for (const std::string text : source.at("u_at_probe"))
      out.u_at_probe.push_back(std::stod(text));
    cases.push_back(std::move(out));
  }
  return cases;
}

std::vector<Notebook> notebook() {
  std::vector<Notebook> cases;
  for (const json& source : load("notebook.json")) {
    const json& args = source.at("args");
    const double dt = source.at("dt");
    const std::string panel = source.at("panel");
    Notebook out;
    iaf::Request& request = out.request;
    iaf::Lif& neuron = lif(request);
    request.method = iaf::Method::euler;
    request.dt = dt;
    out.samples = source.at("samples");
    request.duration = static_cast<double>(out.samples - 1) * dt;
    neuron.u_rest = neuron.u_reset = neuron.u_0 = 0;
    neuron.theta = args.at("theta");
    neuron.R = args.at("R");
    // The translations are those of the reference's README.
    Component component;
    if (panel == "tau") {
      const double tau_m = args.at("tau_m");
      neuron.R /= tau_m;
      neuron.C = tau_m / neuron.R;
      neuron.u_rest = args.at("u_rest");
      neuron.u_reset = args.at("u_r");
      component = iaf::Sine{.amplitude = 1, .frequency = 1000 / (2 * pi)};
    } else {
      neuron.C = args.at("C");
    }
    if (panel == "constant" || panel == "two") {
      neuron.u_reset = neuron.u_0 = args.at("u_rest");
      component = iaf::Constant{.amplitude = panel == "two" ? args.at("I1").get<double>() +
                                                                  args.at("I2").get<double>()
                                                            : args.at("I").get<double>()};
    } else if (panel == "sine") {
      const double frequency = args.at("freq");
      component = iaf::Sine{.amplitude = args.at("I_max"),
                            .frequency = 1000 * frequency,
                            .phase = 2 * pi * frequency * dt};
    } else if (panel == "decay") {
      const double tau = args.at("tau");
      component = iaf::Exponential{
          .amplitude = args.at("I_peak").get<double>() * std::exp(-dt / tau), .tau = tau};
    }
    request.input = {component};
    out.name = source.at("name");
    out.spike_step = source.at("spike_step").get<std::vector<std::size_t>>();
    out.u_step = source.at("u_step").get<std::vector<std::size_t>>();
    out.u = source.at("u").get<std::vector<double>>();
    cases.push_back(std::move(out));
  }
  return cases;
}

}  // namespace reference
