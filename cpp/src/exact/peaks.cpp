#include "exact/peaks.hpp"

#include <algorithm>
#include <cmath>

namespace iaf {

void Peaks::add(const Plan& plan, const Piece& piece, bool held, const Run& run, std::size_t begin,
                std::size_t end) {
  const double h = 1e-7 * (run.t[end - 1] - run.t[begin]) / static_cast<double>(end - begin);
  for (const bool of_u : {false, true}) {
    const std::vector<double>& samples = of_u ? run.u : run.current;
    double& peak = of_u ? u : current;
    const auto value = [&](double s) {
      work -= plan.terms;
      return of_u ? piece.u_start + piece.rise(plan, s) : piece.current(plan, s);
    };
    const auto climb = [&](double s) { return value(s + h) - value(s); };
    for (std::size_t i = begin; i < end; ++i) {
      peak = std::max(peak, samples[i]);
      // The highest of its neighbours; of equal ones the first.
      if ((i > begin && samples[i - 1] >= samples[i]) ||
          (i + 1 < end && samples[i + 1] > samples[i]) || work < 0 || (of_u && held)) {
        continue;
      }
      double a = interval(piece.start, run.t[i]);
      const double climb_a = climb(a);
      const std::size_t next = climb_a > 0 ? i + 1 : i - 1;
      if (next < begin || next >= end) continue;
      double b = interval(piece.start, run.t[next]);
      if (samples[i] + climb_a / h * (b - a) <= peak) continue;  // the peak lies below the tangent
      for (int n = 0; n < 24; ++n) {  // off by 1e-7 of b - a, and u and I by its square
        const double middle = (a + b) / 2;
        (climb(middle) * climb_a > 0 ? a : b) = middle;
      }
      peak = std::max(peak, value(b));
    }
  }
}

}  // namespace iaf
