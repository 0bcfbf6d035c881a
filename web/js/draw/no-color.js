/**
 * Stands in the bundle for @kurkle/color, with which Chart.js mixes the colours of animations and of what is pointed
 * at; the lab has neither, and draws in the colours it gets. A colour that is to be mixed stays as it is.
 */
export class Color {
  valid = false;
  /** @param {unknown} colour */
  constructor(colour) {
    this.hexString = () => colour;
  }
  saturate() {
    return this;
  }
  darken() {
    return this;
  }
  mix() {
    return this;
  }
}
