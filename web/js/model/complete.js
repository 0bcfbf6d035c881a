/**
 * Components with all the fields of their kinds: those left out take the simulator's defaults.
 * @param {import('./request.js').InputComponent[]} input
 * @param {Pick<import('./request.js').Defaults, 'components'>} defaults
 * @returns {import('./types.js').FullComponent[]}
 */
export function complete(input, { components }) {
  return input.map(
    (each) => /** @type {import('./types.js').FullComponent} */ ({ ...components[each.kind], ...each }),
  );
}
