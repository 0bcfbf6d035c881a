/**
 * A component so many times as strong, where its amplitude says how strong it is.
 * @template {{ amplitude: number }} T
 * @param {T} component
 * @param {number} factor
 * @returns {T}
 */
export function byAmplitude(component, factor) {
  return { ...component, amplitude: factor * component.amplitude };
}
