import type { TextQuoteSelector } from '#core/anchor/selector.ts';

/** Passages of up to this many words are given whole; longer ones as their first and last words. */
const WHOLE = 12;
const ENDS = 5;
/** Passages of fewer words than this are told apart by the words around them. */
const UNMISTAKABLE = 4;

/**
 * The address that scrolls to a passage: `source` with a text directive
 * (https://wicg.github.io/scroll-to-text-fragment/). `source` itself when the passage has no words.
 */
export function textFragmentLink(source: string, quote: TextQuoteSelector): string {
  const directive = textDirective(quote);
  if (directive === '') return source;
  return `${source}${source.includes('#') ? '' : '#'}:~:${directive}`;
}

/** `text=[prefix-,]start[,end][,-suffix]`, percent-encoded; '' for a passage without words. */
export function textDirective(quote: TextQuoteSelector): string {
  const lines = quote.exact
    .split(/[\r\n]+/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return '';
  // A run of text that is given whole must stand within one block of the page; a range may cross blocks.
  if (lines.length > 1 || first.length > WHOLE) {
    return `text=${encode(first.slice(0, ENDS))},${encode(last.slice(-ENDS))}`;
  }
  const terms = [encode(first)];
  if (first.length < UNMISTAKABLE) {
    const before = wordsBefore(quote.prefix).slice(-3);
    const after = wordsAfter(quote.suffix).slice(0, 3);
    if (before.length > 0) terms.unshift(`${encode(before)}-`);
    if (after.length > 0) terms.push(`-${encode(after)}`);
  }
  return `text=${terms.join(',')}`;
}

/** The words on the passage's own line before it. Where the line begins outside of the prefix, its first word may be cut. */
function wordsBefore(prefix: string): readonly string[] {
  const start = Math.max(prefix.lastIndexOf('\n'), prefix.lastIndexOf('\r')) + 1;
  const words = wordsOf(prefix.slice(start));
  return start === 0 ? words.slice(1) : words;
}

/** The words on the passage's own line after it, without one that may be cut. */
function wordsAfter(suffix: string): readonly string[] {
  const end = suffix.search(/[\r\n]/);
  const words = wordsOf(end === -1 ? suffix : suffix.slice(0, end));
  return end === -1 ? words.slice(0, -1) : words;
}

function wordsOf(text: string): readonly string[] {
  // Control characters are on no page, whatever a record holds.
  return text.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
}

/** Percent-encodes all but letters, digits, `.`, `_` and `~`: the directive's own `-`, `,`, `&`, and what Markdown minds. */
function encode(words: readonly string[]): string {
  // A lone surrogate makes encodeURIComponent throw.
  const text = words.join(' ').replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(text).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
