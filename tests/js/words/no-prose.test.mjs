// The lint rule that keeps English in web/js/words.

import { createRequire } from 'node:module';
import { describe, test } from 'node:test';

import noProse from '../../../web/eslint/no-prose.js';

const { RuleTester } = createRequire(new URL('../../../web/package.json', import.meta.url))('eslint');
Object.assign(RuleTester, { describe, it: test, itOnly: test.only });

const errors = [{ messageId: 'prose' }];
const lines = (...texts) => texts.join('\n');

new RuleTester().run('no-prose', noProse, {
  valid: [
    // Names, keys, units and symbols.
    "const fields = ['u_rest', 'theta', 'input[0].amplitude'];",
    'const text = `${plain(value)} ms`;',
    "const texts = ['I (nA)', ' Hz', 'R·(I_1 + I_2) + u_rest'];",
    'const key = `${group}-${name}`;',
    // What is compared, or keys what it stands for.
    "if (event.key === 'Escape' || reason === 'too few') stop();",
    "const moves = { Home: start, 'Page Up': up };",
    // What the browser wants as it is.
    "document.querySelector('dialog .radios label');",
    "matchMedia('(prefers-color-scheme: dark)');",
    "element('div', { className: 'radios wrap', role: 'radiogroup' });",
    "svg('path', { class: `series ${method}`, d: `M${x} ${y}H${right}` });",
    "button.setAttribute('class', 'quiet small'); root.classList.toggle('few', on);",
    "ctx.font = '13px system-ui, sans-serif';",
    'note.style.translate = `${left}px calc(${top}px - 50%)`;',
    "const sandbox = 'allow-scripts allow-same-origin allow-popups';",
    "worker.postMessage('take over');",
    "import { first } from './a file.js';",
    // Code of other languages, whose comments come from elsewhere.
    'const script = /* python */ `\ndef simulate(case):\n    """${words.simulate}"""\n    return t, u  # ${words.steps}\n`;',
    'const xml = `<Line id="line_${i}" scale="1mV" color="red"/>`;',
  ],
  invalid: [
    { code: "button.textContent = 'Copy this link';", errors },
    { code: "const title = 'Statistics';", errors },
    { code: "const titles = ['Loading …', '▶ Play'];", errors: [...errors, ...errors] },
    { code: "element('button', { type: 'button', title: 'Swap the axes' }, icon);", errors },
    { code: "element('p', {}, 'Samples of it');", errors },
    { code: "node.setAttribute('aria-label', 'Close the explanation');", errors },
    { code: 'const text = `The first ${rows} of ${all} spikes.`;', errors },
    { code: 'const text = `${count} missed`;', errors },
    { code: 'const text = `slope ${slope}`;', errors },
    { code: "const text = count + ' spikes';", errors },
    { code: "const text = found ? 'one spike' : name;", errors },
    { code: "throw new TypeError('not a number');", errors },
    { code: 'const script = /* python */ `\nreturn t  # the grid in time\n`;', errors },
    { code: 'const script = /* python */ `\ndef step(u):\n    """Forward Euler."""\n`;', errors },
    { code: 'const script = /* python */ `print(f"{count} spikes in all")`;', errors },
    { code: lines('const xml = `<a b="${c}">', '<!-- no such type there -->`;'), errors },
    { code: 'const xml = `<Parameter name="R" description="Membrane resistance"/>`;', errors },
  ],
});
