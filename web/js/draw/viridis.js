/**
 * Viridis, as 256 colours: perceptually uniform, safe for the colour-blind, readable in grey. From Matt Zucker's
 * polynomials (CC0), which differ from the original by less than the eye sees.
 */

const coefficients = [
  [0.2777273272234177, 0.005407344544966578, 0.3340998053353061],
  [0.1050930431085774, 1.404613529898575, 1.384590162594685],
  [-0.3308618287255563, 0.214847559468213, 0.09509516302823659],
  [-4.634230498983486, -5.799100973351585, -19.33244095627987],
  [6.228269936347081, 14.17993336680509, 56.69055260068105],
  [4.776384997670288, -13.74514537774601, -65.35303263337234],
  [-5.435455855934631, 4.645852612178535, 26.3124352495832],
];

/** @param {number} part 0 … 1 @returns {number[]} red, green, blue, 0 … 255 */
export function viridis(part) {
  return [0, 1, 2].map((channel) => {
    const value = coefficients.reduceRight((sum, row) => sum * part + row[channel], 0);
    return Math.round(255 * Math.min(Math.max(value, 0), 1));
  });
}

/** The colours as the bytes of pixels, in one word each. */
export const words = new Uint32Array(
  new Uint8ClampedArray(Array.from({ length: 256 }, (_, i) => [...viridis(i / 255), 255]).flat()).buffer,
);
