#include <array>
#include <cmath>
#include <iaf/decimate.hpp>

#include "run.hpp"

using namespace iaf;

TEST_CASE("decimation keeps the extremes of every column, and no more", "[decimate]") {
  Request request;
  request.neuron = Lif{.R = 5, .C = 0.5, .u_rest = 0, .u_reset = 0, .theta = 5, .u_0 = 0};
  request.input = {Sine{.amplitude = 4, .frequency = 300}};
  request.dt = 0.003;
  const Run found = run(request);
  const std::size_t columns = 50;
  const double from = 10, to = 90;
  const auto kept = decimate(
      found.t, std::array<std::span<const double>, 2>{found.u, found.current}, from, to, columns);
  REQUIRE(std::is_sorted(kept.begin(), kept.end()));
  REQUIRE(std::adjacent_find(kept.begin(), kept.end()) == kept.end());

  const auto extremes = [&](const std::vector<double>& values, std::size_t column, bool decimated) {
    double low = INFINITY, high = -INFINITY, first = NAN, last = NAN;
    const auto take = [&](std::size_t i) {
      if (std::floor((found.t[i] - from) * (static_cast<double>(columns) / (to - from))) !=
          static_cast<double>(column)) {
        return;
      }
      if (std::isnan(first)) first = found.t[i];
      last = found.t[i];
      low = std::min(low, values[i]);
      high = std::max(high, values[i]);
    };
    if (decimated) {
      for (const std::size_t i : kept) take(i);
    } else {
      for (std::size_t i = 0; i < found.t.size(); ++i) take(i);
    }
    return std::array{low, high, first, last};
  };
  for (std::size_t column = 0; column < columns; ++column) {
    CHECK(extremes(found.u, column, true) == extremes(found.u, column, false));
    CHECK(extremes(found.current, column, true) == extremes(found.current, column, false));
  }
  CHECK(kept.size() <= 6 * (columns + 3));  // the two ends and t = to stand outside the columns
  CHECK(found.t[kept.front()] < from);
  CHECK(found.t[kept.back()] > to);
}

TEST_CASE("decimation keeps the extremes of as many series as there are", "[decimate]") {
  // One series for each part of a column in which it alone has its peak and its dip.
  const std::size_t count = GENERATE(0, 1, 3, 5), points = 1000, columns = 4;
  std::vector<double> t(points);
  for (std::size_t i = 0; i < points; ++i) t[i] = static_cast<double>(i);
  std::vector<std::vector<double>> values(count, std::vector<double>(points));
  std::vector<std::size_t> wanted;
  for (std::size_t column = 0; column < columns; ++column) {
    wanted.push_back(column * 250);
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t peak = column * 250 + 10 + 20 * k, dip = peak + 10;
      values[k][peak] = 1;
      values[k][dip] = -1;
      wanted.insert(wanted.end(), {peak, dip});
    }
    wanted.push_back(column * 250 + 249);
  }
  const std::vector<std::span<const double>> series(values.begin(), values.end());
  CHECK(decimate(t, series, 0, 1000, columns) == wanted);
}
