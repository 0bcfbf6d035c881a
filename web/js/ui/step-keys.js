/**
 * Lets keys step a value, whatever the element would do with them.
 * @param {HTMLElement} target
 * @param {Record<string, number>} strides how many steps a key leads up; down, if negative
 * @param {(steps: number) => void} step
 * @param {() => void} commit when such a key is let go
 */
export function listenToStepKeys(target, strides, step, commit) {
  target.addEventListener('keydown', (event) => {
    const steps = strides[event.key];
    if (!steps || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(steps);
  });
  target.addEventListener('keyup', ({ key }) => {
    if (strides[key]) commit();
  });
}
