#include "reference.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace reference {
namespace {

using iaf::Component;
using iaf::Kind;
using nlohmann::json;

constexpr double pi = 3.14159265358979323846;

json load(const std::string& file) {
  std::ifstream stream(std::string(REFERENCE_DIRECTORY) + "/" + file);
  if (!stream) throw std::runtime_error("cannot open " + file);
  return json::parse(stream);
}

Kind kind_named(const std::string& name) {
  if (name == "constant") return Kind::constant;
  if (name == "ramp") return Kind::ramp;
  if (name == "sine") return Kind::sine;
  if (name == "exponential") return Kind::exponential;
  if (name == "samples") return Kind::samples;
  throw std::runtime_error("unknown kind " + name);
}

Component component_from(const json& source) {
  Component out;
  out.kind = kind_named(source.at("kind"));
  out.amplitude = source.value("amplitude", 0.0);
  out.frequency = source.value("frequency", out.frequency);
  out.phase = source.value("phase", out.phase);
  out.tau = source.value("tau", out.tau);
  out.interval = source.value("interval", out.interval);
  out.values = source.value("values", out.values);
  out.start = source.value("start", out.start);
  out.stop = source.value("stop", out.stop);
  return out;
}

}  // namespace

std::vector<Exact> exact(const std::string& file) {
  std::vector<Exact> cases;
  for (const json& source : load(file)) {
    Exact out;
    out.name = source.at("name");
    const json& neuron = source.at("neuron");
    out.request.neuron = {neuron.at("R"),       neuron.at("C"),     neuron.at("u_rest"),
                          neuron.at("u_reset"), neuron.at("theta"), neuron.at("u_0"),
                          neuron.at("t_ref")};
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
    iaf::Neuron& neuron = request.neuron;
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
      component = {.kind = Kind::sine, .amplitude = 1, .frequency = 1000 / (2 * pi)};
    } else {
      neuron.C = args.at("C");
    }
    if (panel == "constant" || panel == "two") {
      neuron.u_reset = neuron.u_0 = args.at("u_rest");
      component.amplitude = panel == "two"
                                ? args.at("I1").get<double>() + args.at("I2").get<double>()
                                : args.at("I").get<double>();
    } else if (panel == "sine") {
      const double frequency = args.at("freq");
      component = {.kind = Kind::sine,
                   .amplitude = args.at("I_max"),
                   .frequency = 1000 * frequency,
                   .phase = 2 * pi * frequency * dt};
    } else if (panel == "decay") {
      const double tau = args.at("tau");
      component = {.kind = Kind::exponential,
                   .amplitude = args.at("I_peak").get<double>() * std::exp(-dt / tau),
                   .tau = tau};
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
