/**
 * Stands in the bundle for @kurkle/color, with which Chart.js mixes the colours of animations and of what is pointed
 * at; the lab has neither, and draws in the colours it gets.
 */
export class Color {
  valid = false;
}
