#pragma once

#include <iaf/simulate.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/tables.hpp"

// The parts of `validate`, for sweeps, which need not repeat all of it at every point. Each adds to
// the issues what it finds; the later ones take for granted that the earlier found nothing.

namespace iaf {

/// What a field of this bound must be; null where `value` is.
const char* rule_broken(Bound bound, double value);
/// The fault where it is not.
Fault out_of(Bound bound);

/// A method that runs the model and takes every kind of input.
void check_method(const Request& request, Issues& issues);

/// The issue of a method that is not among those which can run what `field` names.
Issue method_issue(std::string field, std::string_view name, Method method, Methods can);

/// Every number within its bounds.
void check_numbers(const Request& request, Issues& issues);

/// Potentials and windows in order.
void check_order(const Request& request, Issues& issues);

/// Probes within the run.
void check_probes(const Request& request, Issues& issues);

/// The work within `Limits`. Returns the evaluations of the input a run may take.
double check_work(const Request& request, Issues& issues);

/// The work of an exact view that is sampled so often within the tighter bounds of views.
void check_view(const Request& request, double sampled, Issues& issues);

/// What to say where a run outgrew Limits::work.
Issue work_issue(const Request& request);

}  // namespace iaf
