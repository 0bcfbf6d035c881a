/**
 * Prose belongs to web/js/words: reports strings that hold some anywhere else. What counts: two words in a row, a word
 * with room left for another piece of text, a word with a capital and no other; a template's expressions count as
 * words. What does not: names and notation (units, symbols, keys of the keyboard) and what code needs as it is
 * (selectors, classes, media queries, fonts, markup's attributes). In code of another language, be it markup or marked
 * by a comment of one word before it (python, xml), what counts is its comments and its strings for people.
 */

/** Where a template has an expression. */
const HOLE = '\uFFFC';
/** Not words, though written like them. */
const units = new Set([
  'ms',
  'mV',
  'nA',
  'MΩ',
  'nF',
  'Hz',
  'rad',
  'px',
  'MB',
  'Mohm',
  'um',
  'cm',
  'uF',
  'pF',
  'pA',
  'cm2',
  'um2',
]);
/** Keys of the keyboard, and values that the language or the browser names so. */
const names = new Set(['Home', 'End', 'Enter', 'Escape', 'Infinity', 'Worker', 'Object']);

/** Functions whose strings are for the machine: all of them, or the first of them. */
const calls = new Set([
  ...['querySelector', 'querySelectorAll', 'closest', 'matches', 'matchMedia', 'getContext', 'replaceSync'],
  ...['postMessage', 'addEventListener', 'removeEventListener', 'byId', 'createElement', 'setProperty'],
]);
const firstOnly = new Set(['setAttribute', 'getAttribute', 'svg', 'element']);
/** Objects of which each method takes none but such strings. */
const objects = new Set(['classList', 'style']);
/** Properties and attributes whose values are none. */
const attributes = new Set([
  ...['class', 'className', 'font', 'style', 'rel', 'sandbox', 'autocomplete', 'd', 'transform', 'viewBox'],
  ...['stroke-dasharray', 'rootMargin', 'accept', 'type', 'id'],
]);

/** What is no prose, whole: a selector's brackets or a media query, a list of tokens with hyphens, fonts. */
const patterns = [
  /^\([\w-]+: [\w-]+\)$/,
  /^[\w]+(?:-[\w-]+)+(?: [\w]+(?:-[\w-]+)+)*$/,
  /(?:^|[ ,])(?:sans-)?serif$/,
];

const word = "(?:\\p{L}(?:[\\p{L}’'-]*\\p{L})?)";
const gap = '[,;:.!?…]?[ \\n]+[“("]?';
const pairs = new RegExp(
  `(?<![\\p{L}\\d_.-])(${word}|${HOLE})(?=${gap}(${word}|${HOLE})(?![\\p{L}\\d_]))`,
  'gu',
);
const beside = new RegExp(`^\\s(${word})(?![\\p{L}\\d_])|(?<![\\p{L}\\d_])(${word})[:,]?\\s$`, 'u');
const capital = /^\P{L}*(\p{Lu}\p{Ll}+)(?:$|[\s.,:;!?…(])/u;

/** @param {string | undefined} text */
const isWord = (text) => text !== undefined && text !== HOLE && text.length > 2 && !units.has(text);

/**
 * Whether a text for the page is one that somebody would have to translate.
 * @param {string} text with holes
 */
export function isProse(text) {
  if (patterns.some((pattern) => pattern.test(text))) return false;
  for (const [, first, second] of text.matchAll(pairs)) if (isWord(first) || isWord(second)) return true;
  const [, after, before] = beside.exec(text) ?? [];
  if (isWord(after) || isWord(before)) return true;
  const [, alone] = capital.exec(text) ?? [];
  return alone !== undefined && !names.has(alone) && !units.has(alone);
}

/** In code of other languages: what follows their sign of a comment, docstrings, printed strings, descriptions. */
const inCode = {
  python: /(?:^|\s)#(?!!)([^\n]*)|"""([^]*?)"""|(?:print|exit)\(f?"([^\n]*)"\)/g,
  xml: /<!--([^]*?)-->|description="([^"]*)"/g,
};

/** What shows itself as XML: an attribute. */
const markup = /[\w-]="/;

/** @param {keyof typeof inCode} language @param {string} text */
function proseIn(language, text) {
  return [...text.matchAll(inCode[language])].some((match) =>
    match.slice(1).some((part) => part !== undefined && isProse(part.trim())),
  );
}

/** @param {any} node of the syntax tree @returns {string} */
function nameOf(node) {
  if (!node) return '';
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  if (node.type === 'Literal') return String(node.value);
  return node.type === 'MemberExpression' ? nameOf(node.property) : '';
}

/** The outermost expression that a string is the value of, through what only chooses or joins. @param {any} node @returns {any} */
function valueOf(node) {
  const { parent } = node;
  const passes =
    ['ConditionalExpression', 'LogicalExpression', 'TemplateLiteral'].includes(parent?.type) ||
    (parent?.type === 'BinaryExpression' && parent.operator === '+');
  return passes ? valueOf(parent) : node;
}

/** Whether it stands where nobody reads it. @param {any} node */
function isForTheMachine(node) {
  const value = valueOf(node);
  const { parent } = value;
  if (/^(?:Import|Export)/.test(parent.type) || parent.type === 'ExpressionStatement') return true;
  if (parent.type === 'Property') return parent.key === value || attributes.has(nameOf(parent.key));
  if (parent.type === 'AssignmentExpression')
    return attributes.has(nameOf(parent.left)) || objects.has(nameOf(parent.left.object));
  if (parent.type === 'BinaryExpression' || parent.type === 'SwitchCase') return true; // compared, not shown
  if (parent.type !== 'CallExpression' && parent.type !== 'NewExpression') return false;
  const { callee, arguments: given } = parent;
  const name = nameOf(callee);
  if (calls.has(name) || objects.has(nameOf(callee.object))) return true;
  const at = given.indexOf(value);
  return firstOnly.has(name) && (at === 0 || (at === 1 && attributes.has(nameOf(given[0]))));
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'hold prose in web/js/words alone' },
    messages: { prose: 'Prose belongs to web/js/words: “{{text}}”' },
    schema: [],
  },
  create(context) {
    /** @param {any} node @param {string} text */
    const report = (node, text) =>
      context.report({
        node,
        messageId: 'prose',
        data: { text: text.replaceAll(HOLE, '…').trim().slice(0, 60) },
      });

    /** The language that a comment right before a string says it is in. @param {any} node */
    const languageOf = (node) => {
      const comment = context.sourceCode.getCommentsBefore(node).at(-1)?.value.trim() ?? '';
      return Object.hasOwn(inCode, comment) ? /** @type {keyof typeof inCode} */ (comment) : null;
    };

    /** @param {any} node @param {string} text */
    const check = (node, text) => {
      const language = languageOf(node) ?? (markup.test(text) ? 'xml' : null);
      if (language ? proseIn(language, text) : isProse(text) && !isForTheMachine(node)) report(node, text);
    };

    return {
      Literal(node) {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateLiteral(node) {
        check(node, node.quasis.map(({ value }) => value.cooked ?? value.raw).join(HOLE));
      },
    };
  },
};
