import type { Random } from './random.ts';
import { paragraphsOf, type Passage } from './sample-passages.ts';
import type { TrackedText } from './tracked-text.ts';

/** What a publisher does to a page between two visits. */
interface EditedPage {
  readonly root: Element;
  readonly text: TrackedText;
  readonly passages: readonly Passage[];
  readonly random: Random;
}

type Edit = (page: EditedPage) => void;

const WORD = /[\p{L}\p{N}]+/gu;
const FILLER = [
  'The orchard keepers met again by the river and argued about ladders until the lamps were lit.',
  'Forty crates of pears were weighed twice, and nobody could say where the third scale had gone.',
  'A clerk read out the rules of the market, which are older than the market hall itself.',
  'Nothing was decided, but the brass band had been paid, so it played.',
];

const protectedNumbers = (passages: readonly Passage[]) => (number: number) =>
  passages.some(({ first, end }) => number >= first && number < end);

/** The words of the page: what is put in for others sounds like the page itself. */
const vocabularyOf = ({ text }: EditedPage): string[] =>
  text.nodes().flatMap(({ data }) => (data.match(WORD) ?? []).filter((word) => word.length >= 4));

function box(root: Element, random: Random): HTMLElement {
  const element = root.ownerDocument.createElement(random.pick(['div', 'aside', 'figure']) ?? 'div');
  const inner = root.ownerDocument.createElement(random.pick(['p', 'span', 'h4']) ?? 'p');
  inner.textContent = random.pick([...FILLER, 'Advertisement', 'Read more', 'Sign up for our letter']) ?? '';
  element.append(inner);
  return element;
}

const markup: Edit = ({ root, random, text }) => {
  for (const element of root.querySelectorAll('[class], [id]')) {
    if (random.next() < 0.5) element.setAttribute('class', `c${random.below(1e6)}`);
    if (random.next() < 0.5) element.removeAttribute('id');
  }
  for (const element of paragraphsOf(root)) {
    for (const inline of element.querySelectorAll('a, em, strong, b, i, span'))
      if (random.next() < 0.4) inline.replaceWith(...inline.childNodes);
    for (const node of text.nodes().filter((node) => element.contains(node))) {
      if (random.next() < 0.2) {
        const around = root.ownerDocument.createElement(random.pick(['span', 'em', 'strong']) ?? 'span');
        node.replaceWith(around);
        around.append(node);
      }
    }
    if (random.next() < 0.3) element.after(box(root, random));
  }
  root.prepend(box(root, random));
};

/** Each kind of character is set as the publisher's new system would set it, on the whole page. */
const typography: Edit = ({ text, random }) => {
  const straight = random.next() < 0.5;
  const hyphens = random.next() < 0.5;
  const dash = random.pick(['–', '—', '--']) ?? '–';
  for (const node of text.nodes()) {
    for (let i = node.length - 1; i >= 0; i--) {
      const char = node.data[i] ?? '';
      const [before, after] = [node.data[i - 1] ?? ' ', node.data[i + 1] ?? ' '];
      let now = char;
      if (straight && /[“”„«»]/.test(char)) now = '"';
      else if (straight && /[‘’]/.test(char)) now = "'";
      else if (!straight && char === '"') now = /\s/.test(before) ? '“' : '”';
      else if (!straight && char === "'") now = '’';
      else if (/[–—]/.test(char)) now = dash;
      else if (char === ' ' && random.next() < 0.1) now = '\u00a0';
      else if (hyphens && /\p{L}/u.test(char) && /\p{L}/u.test(after) && random.next() < 0.03)
        now = `${char}\u00ad`;
      if (now !== char) swap(text, node, i, now);
    }
  }
};

/** Another shape of one character: its number stays with the new one. */
function swap(text: TrackedText, node: Text, at: number, now: string): void {
  const number = text.numbersIn(node)[at] ?? -1;
  text.replace(node, at, at + 1, now);
  const numbers = text.numbersIn(node) as number[];
  numbers[at] = number;
}

/** Two of three words beside each passage become others, and paragraphs are put between. */
const around: Edit = (page) => {
  const { root, text, passages, random } = page;
  const isKept = protectedNumbers(passages);
  const vocabulary = vocabularyOf(page);
  for (const { first, end } of passages) {
    const near = (number: number): boolean =>
      (number >= first - 250 && number < first) || (number >= end && number < end + 250);
    for (const node of text.nodes()) {
      for (const found of [...node.data.matchAll(WORD)].reverse()) {
        const number = text.numbersIn(node)[found.index] ?? -1;
        if (number < 0 || !near(number) || isKept(number) || random.next() > 0.65) continue;
        text.replace(node, found.index, found.index + found[0].length, random.pick(vocabulary) ?? found[0]);
      }
    }
    const at = text.placesOf(first, end)[0]?.node.parentElement?.closest('p, li, blockquote');
    if (at && random.next() < 0.5) {
      const added = root.ownerDocument.createElement(at.localName);
      added.textContent = random.pick(FILLER) ?? '';
      at.before(added);
    }
  }
};

/** The words of a passage as they stand now, last first, so that places hold while they are replaced. */
const wordsIn = (text: TrackedText, { first, end }: Passage): { node: Text; at: number; word: string }[] =>
  text
    .placesOf(first, end)
    .flatMap(({ node, from, to }) =>
      [...node.data.slice(from, to).matchAll(WORD)].map((found) => ({
        node,
        at: from + found.index,
        word: found[0],
      })),
    )
    .reverse();

function typo(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  const kind = random.below(3);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + (word[at] ?? 'e') + word.slice(at);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}

/** A slip of the pen, another word or two, words put in, or an end cut off. */
const inside =
  (most: number): Edit =>
  (page) => {
    const vocabulary = vocabularyOf(page);
    const { text, passages, random } = page;
    for (const passage of passages) {
      const words = wordsIn(text, passage);
      const long = words.filter(({ word }) => word.length >= 4);
      const kind = words.length < 6 ? 0 : random.below(most);
      const chosen = random.pick(long.length > 0 ? long : words);
      if (!chosen) continue;
      const { node, at, word } = chosen;
      if (kind === 0) text.replace(node, at, at + word.length, typo(word, random));
      else if (kind === 1) text.replace(node, at, at + word.length, random.pick(vocabulary) ?? '');
      else if (kind === 2)
        text.replace(node, at, at, `${random.shuffled(vocabulary).slice(0, 4).join(' ')} `);
      else
        for (const { node, at, word } of words.slice(0, Math.ceil(words.length / 4)))
          text.replace(node, at, at + word.length, '');
    }
  };

const deleted: Edit = ({ text, passages }) => {
  for (const { first, end } of passages)
    for (const { node, from, to } of text.placesOf(first, end).reverse()) text.replace(node, from, to, '');
};

/** Three of five words become others: it is no longer the same statement. */
const rewritten: Edit = (page) => {
  const vocabulary = vocabularyOf(page);
  for (const passage of page.passages) {
    const words = wordsIn(page.text, passage);
    const chosen = new Set(page.random.shuffled(words).slice(0, Math.round(words.length * 0.6)));
    for (const one of words) {
      if (!chosen.has(one)) continue;
      const { node, at, word } = one;
      page.text.replace(node, at, at + word.length, page.random.pick(vocabulary) ?? '');
    }
  }
};

/** Three words of five of a short phrase leave nothing that one could call rewritten. */
const LEAST_REWRITTEN = 8;

/** Every edit by its name, whether the passage is gone after it, and how many words it must have to be asked for. */
export const EDITS: Readonly<
  Record<string, { readonly gone: boolean; readonly least?: number; readonly apply: Edit }>
> = {
  unchanged: { gone: false, apply: () => null },
  'markup, boxes between': { gone: false, apply: markup },
  typography: { gone: false, apply: typography },
  'words around it': { gone: false, apply: around },
  'words in it': { gone: false, apply: inside(4) },
  'all of these': {
    gone: false,
    apply(page) {
      inside(2)(page);
      around(page);
      markup(page);
      typography(page);
    },
  },
  deleted: { gone: true, apply: deleted },
  rewritten: { gone: true, least: LEAST_REWRITTEN, apply: rewritten },
};
