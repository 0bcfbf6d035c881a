/**
 * A file dropped anywhere on the page is taken: JSON as a state of the lab, anything else as a current of one's own.
 * @param {(dialog: 'data' | 'current', file: File) => void} open
 */
export function takeDrops(open) {
  addEventListener('dragover', (event) => {
    // eslint-disable-next-line iaf/no-prose -- a type's name
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    open(/\.json$/i.test(file.name) ? 'data' : 'current', file);
  });
}
