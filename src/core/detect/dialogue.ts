import { cueStrength, lexiconOf } from './lexicon.ts';
import { tokenKind, type Document, type Paragraph } from './document.ts';
import type { MarkedSpan } from './marks.ts';

const DASH = /^[–—―]$/;
/** One line with a dash may be a list; dialogue takes turns. */
const FEWEST_LINES = 2;

/** Pronouns that stand beside the verb of an aside: `, dit-il,`, `, she said`. */
const ASIDE_SUBJECT = new Set('il elle ils elles on je he she they i we der die er sie'.split(' '));
/** Words that begin the subject of an English aside: `said the boy`, `her brother said`. */
const OPENS_SUBJECT = new Set(['the', 'a', 'an', 'his', 'her', 'my', 'their', 'one', 'another']);
/** The subject of an aside is so many words at most. */
const MOST_SUBJECT = 5;
const STOP = /^[,!?…»]$/;

interface Aside {
  readonly from: number;
  readonly to: number;
}

const opensSubject = (doc: Document, i: number): boolean => {
  const { lower, capital } = doc.tokens;
  const word = lower[i] ?? '';
  if (ASIDE_SUBJECT.has(word) || capital[i] === true) return true;
  return doc.language.code === 'en' && OPENS_SUBJECT.has(word);
};

/** Where the subject of an aside begins that stands before its verb at `i` (`, she said`), or -1. */
function subjectBefore(doc: Document, p: Paragraph, i: number): number {
  const { tokens } = doc;
  if (doc.language.code !== 'en') return -1;
  for (let k = i - 1; k > p.from + 1 && i - k <= MOST_SUBJECT; k--) {
    if (STOP.test(tokens.word[k] ?? '')) return k + 1 < i && opensSubject(doc, k + 1) ? k + 1 : -1;
    if (tokens.kind[k] === tokenKind.mark) return -1;
  }
  return -1;
}

/** The aside (`, dit-il`, `, répondit Ana Ruiz`, `, she said`) among the paragraph's tokens, with the mark before it. */
function asideAt(doc: Document, p: Paragraph): Aside | null {
  const lexicon = lexiconOf(doc.language);
  const { tokens } = doc;
  for (let i = p.from + 2; i < p.to; i++) {
    if (cueStrength(lexicon.get(tokens.lower[i] ?? '') ?? 0) < 2) continue;
    const inverted = STOP.test(tokens.word[i - 1] ?? '') && opensSubject(doc, i + 1);
    const before = inverted ? -1 : subjectBefore(doc, p, i);
    if (!inverted && before < 0) continue;
    let to = i + 1;
    while (to < p.to && !/^[,.;:!?]$/.test(tokens.word[to] ?? '')) to++;
    // “said her brother, Tom Weller.”
    let name = to + 1;
    while (name < p.to && name - to <= MOST_SUBJECT && tokens.capital[name] === true) name++;
    if (tokens.word[to] === ',' && name > to + 1 && tokens.word[name] === '.') to = name;
    return { from: (inverted ? i : before) - 1, to };
  }
  return null;
}

function isDialogue(doc: Document, lines: readonly number[]): boolean {
  const paragraphs = lines.flatMap((i) => doc.paragraphs[i] ?? []);
  const stopped = paragraphs.every((p) => /^[.!?…]+$/.test(doc.tokens.word[p.to - 1] ?? ''));
  return stopped && paragraphs.some((p) => asideAt(doc, p) !== null);
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
  // In English a dash more often opens an item of a list: some line must say who speaks, and none may be without a stop.
  if (doc.language.code === 'en' && !isDialogue(doc, lines)) return [];
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
