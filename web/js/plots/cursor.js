import { planeOf } from './marks/mark.js';
import { pointOf } from './rows.js';

/**
 * The time cursor: a line over all rows, under their traces, and a dot where it meets each.
 * @param {import('./rows.js').Row[]} rows
 * @param {() => import('./rows.js').Scene | null} sceneNow
 * @returns {import('chart.js').Plugin}
 */
export function cursorOf(rows, sceneNow) {
  /** @param {import('chart.js').Chart} chart */
  function at({ chartArea: { left, right }, scales: { x } }) {
    const t = sceneNow()?.reading?.t ?? NaN;
    const place = left + ((t - x.min) * (right - left)) / (x.max - x.min);
    return place >= left - 0.5 && place <= right + 0.5 ? place : NaN;
  }

  return {
    id: 'cursor',
    beforeDatasetsDraw(chart) {
      const scene = sceneNow();
      const x = at(chart);
      if (!scene || Number.isNaN(x)) return;
      const { ctx, chartArea } = chart;
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x, chartArea.bottom);
      ctx.strokeStyle = scene.palette.muted;
      ctx.lineWidth = 1;
      ctx.stroke();
    },
    afterDatasetsDraw(chart) {
      const scene = sceneNow();
      const x = at(chart);
      if (!scene || Number.isNaN(x)) return;
      const { ctx, scales } = chart;
      rows.forEach((row, index) => {
        const point = pointOf(row, scene);
        if (!point) return;
        ctx.beginPath();
        ctx.arc(x, planeOf(chart, scales[`y${index}`]).y(point.value), 4, 0, 2 * Math.PI);
        ctx.fillStyle = point.colour;
        ctx.strokeStyle = scene.palette.surface;
        ctx.lineWidth = 1.5;
        ctx.fill();
        ctx.stroke();
      });
    },
  };
}
