import type { Span } from '#core/text.ts';
import type { Document, Paragraph, Sentence } from './document.ts';
import type { Language } from './languages/language.ts';
import { paragraphSpans } from './paragraphs.ts';
import { paragraphRoles } from './roles.ts';
import { scan } from './scanner.ts';
import { sentenceStarts } from './sentences.ts';
import type { Block } from './types.ts';
import { wordTable, type WordEntry } from './word-table.ts';

/** A text cut into tokens, paragraph after paragraph. */
interface Cut {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly paragraph: Int32Array;
  readonly entry: readonly WordEntry[];
  /** Where the tokens of each paragraph begin. */
  readonly first: readonly number[];
}

function cut(text: string, spans: readonly Span[], language: Language): Cut {
  // No text has more tokens than units; the arrays are cut to size afterwards.
  const start = new Int32Array(text.length);
  const end = new Int32Array(text.length);
  const kind = new Uint8Array(text.length);
  const paragraph = new Int32Array(text.length);
  const entry: WordEntry[] = [];
  const first: number[] = [];
  const table = wordTable(language);
  let count = 0;
  let p = 0;
  const emit = (from: number, to: number, type: number): void => {
    start[count] = from;
    end[count] = to;
    paragraph[count] = p;
    kind[count] = type;
    entry.push(table.at(text, from, to, type));
    count++;
  };
  for (const span of spans) {
    first.push(count);
    scan(text, span.start, span.end, language, emit);
    p++;
  }
  return {
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    kind: kind.subarray(0, count),
    paragraph: paragraph.subarray(0, count),
    entry,
    first,
  };
}

/**
 * Cuts a text into paragraphs, sentences and tokens. Linear in the length of the text; never throws,
 * whatever the text holds. Offsets are UTF-16 units of `text`.
 */
export function tokenise(text: string, language: Language, blocks?: readonly Block[]): Document {
  const spans = paragraphSpans(text);
  const roles = paragraphRoles(text, spans, blocks);
  const tokens = cut(text, spans, language);
  const { start, end, kind, paragraph, entry, first } = tokens;
  const { length } = start;
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  const sentence = new Int32Array(length);
  spans.forEach((span, p) => {
    const from = first[p] ?? length;
    const to = first[p + 1] ?? length;
    const starts = sentenceStarts(tokens, text, from, to, language);
    starts.forEach((begin, i) => {
      const after = starts[i + 1] ?? to;
      sentence.fill(sentences.length, begin, after);
      sentences.push({
        start: start[begin] ?? 0,
        end: end[after - 1] ?? 0,
        from: begin,
        to: after,
        paragraph: p,
      });
    });
    paragraphs.push({ start: span.start, end: span.end, from, to, role: roles[p] ?? 'body' });
  });
  const word = entry.map((known) => known.form);
  const lower = entry.map((known) => known.lower);
  const capital = entry.map((known) => known.capital);
  return {
    text,
    language,
    paragraphs,
    sentences,
    tokens: { length, start, end, kind, entry, word, lower, capital, sentence, paragraph },
  };
}
