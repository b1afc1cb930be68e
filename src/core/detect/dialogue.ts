import { cueStrength, lexiconOf } from './lexicon.ts';
import type { Document, Paragraph } from './document.ts';
import type { MarkedSpan } from './marks.ts';

const DASH = /^[–—―]$/;
/** One line with a dash may be a list; dialogue takes turns. */
const FEWEST_LINES = 2;

/** Pronouns that stand after their verb in an aside: `, dit-il,`. */
const ASIDE_SUBJECT = new Set(['il', 'elle', 'ils', 'elles', 'on', 'je']);

/** Offsets where asides (`, dit-il`, `, répondit Ana Ruiz`) begin and end in the paragraph's tokens `[from, to)`. */
function asideAt(doc: Document, p: Paragraph): { from: number; to: number } | null {
  const lexicon = lexiconOf(doc.language);
  const { tokens } = doc;
  for (let i = p.from + 2; i + 1 < p.to; i++) {
    if (cueStrength(lexicon.get(tokens.lower[i] ?? '') ?? 0) < 2) continue;
    const before = tokens.word[i - 1] ?? '';
    if (!/^[,!?…»]$/.test(before)) continue;
    const next = i + 1;
    if (!ASIDE_SUBJECT.has(tokens.lower[next] ?? '') && tokens.capital[next] !== true) continue;
    let to = next + 1;
    while (to < p.to && !/^[,.;:!?]$/.test(tokens.word[to] ?? '')) to++;
    return { from: i - 1, to };
  }
  return null;
}

/**
 * Direct speech that a dash opens, in languages that print it so: the paragraph after the dash, without the aside
 * that names the speaker.
 */
export function dialogueSpans(doc: Document): MarkedSpan[] {
  if (!doc.language.dialogueDash) return [];
  const { tokens } = doc;
  const lines: number[] = [];
  doc.paragraphs.forEach((p, i) => {
    if (p.to - p.from > 2 && DASH.test(tokens.word[p.from] ?? '')) lines.push(i);
  });
  if (lines.length < FEWEST_LINES) return [];
  const out: MarkedSpan[] = [];
  for (const index of lines) {
    const p = doc.paragraphs[index];
    if (!p) continue;
    const add = (from: number, to: number): void => {
      const start = tokens.start[from];
      const end = tokens.end[to - 1];
      if (start === undefined || end === undefined || end - start < 2) return;
      out.push({
        start,
        end,
        paragraph: index,
        closed: true,
        continues: false,
        family: 'dash',
      });
    };
    const aside = asideAt(doc, p);
    if (!aside) {
      add(p.from + 1, p.to);
      continue;
    }
    add(p.from + 1, aside.from + 1);
    if (aside.to + 1 < p.to) add(aside.to + 1, p.to);
  }
  return out;
}
