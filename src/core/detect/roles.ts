import type { Span } from '#core/text.ts';
import type { Block } from './types.ts';

const BYLINE_WORD = /^(?:by|von|par|por)\s/i;
const BYLINE = /^(?:by|von|par|por)\s+\p{Lu}/iu;
const CREDIT_WORD = /^(?:photo|image|picture|foto|bild|crédit|credit)/;
const CREDIT =
  /^(?:photo|image|picture|foto|bild|crédit|credit)s?\b.{0,12}[:/]|\b(?:getty images|shutterstock|via ap|via reuters|via getty|\/ap|\/afp|\/reuters|\/epa|\/dpa)\b/iu;
/** A credit that neither begins with such a word nor has a stroke has one of these. */
const CREDITED = ['getty', 'shutterstock', 'via '];
const AGENCY =
  /\p{L}\/(?:AP|AFP|EPA|dpa|Reuters|Getty|Bloomberg|Sputnik|Pool|Shutterstock|Redux|Zuma|UPI|CNN)\b/u;
const STOP = /[.!?…:;,"”’»]$/u;

/** Lines longer than this are never a byline, a credit or a title. */
const LINE_LIMIT = 160;

/** Whether a line says whose a photograph is. Few hold what each expression needs: plain searches come first. */
function isCredit(line: string): boolean {
  const slash = line.includes('/');
  const lower = line.toLowerCase();
  const may = slash || CREDIT_WORD.test(lower) || CREDITED.some((word) => lower.includes(word));
  return may && (CREDIT.test(line) || (slash && AGENCY.test(line)));
}

function guess(line: string, index: number, count: number): Block['role'] {
  if (line.length < 90 && isCredit(line)) return 'credit';
  if (index < 5 && line.length < 90 && BYLINE_WORD.test(line) && BYLINE.test(line) && !STOP.test(line))
    return 'byline';
  if (index === 0 && count > 2 && !STOP.test(line)) return 'title';
  return 'body';
}

/**
 * The role of each paragraph: what the page says of the block that holds it or, without one, a guess from its
 * words (first short line = title, `By …` = byline, agencies' names = credit, the line before a credit = caption).
 */
export function paragraphRoles(
  text: string,
  spans: readonly Span[],
  blocks?: readonly Block[],
): Block['role'][] {
  const known = blocks ? [...blocks].sort((a, b) => a.start - b.start) : [];
  const roles: Block['role'][] = [];
  let k = 0;
  spans.forEach((span, i) => {
    let block = known[k];
    while (block !== undefined && block.end <= span.start) block = known[++k];
    if (block !== undefined && block.start < span.end) {
      roles.push(block.role);
      return;
    }
    // Most lines are too long to be anything but the story.
    const long = span.end - span.start > LINE_LIMIT;
    const role = long || known.length > 0 ? 'body' : guess(text.slice(span.start, span.end), i, spans.length);
    const before = spans[i - 1];
    // A photograph's caption stands on the line before its credit, in the present tense and without marks.
    if (role === 'credit' && before && roles[i - 1] === 'body' && before.end - before.start < 400) {
      if (!/["“«„]/u.test(text.slice(before.start, before.end))) roles[i - 1] = 'caption';
    }
    roles.push(role);
  });
  return roles;
}
