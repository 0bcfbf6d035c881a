/**
 * What a panel is made with and gives back. Types only: nothing here runs.
 *
 * @typedef {object} PanelView
 * @property {(picture: import('../model/types.js').Picture) => void} update at every frame while it is open
 * @property {() => void} [close]
 *
 * @typedef {object} PanelContext
 * @property {import('../simulator/simulator.js').Simulator} iaf
 * @property {(values: Partial<import('../model/types.js').State>) => void} change
 * @property {(dragged: Record<string, number>) => void} setByDrag values as a drag does: onto their sliders' steps
 * @property {(settings: Partial<import('../model/types.js').Settings>) => void} changeSettings
 * @property {() => void} commit when the visitor lets go of what changes
 *
 * @typedef {(container: HTMLElement, context: PanelContext) => PanelView} CreatePanel what a panel's file exports as
 *   `createPanel`; what stands in the page already, in #panel-<id>, is there before
 */

export {};
