import type { Document, Paragraph, Sentence } from './document.ts';
import type { Language } from './languages/language.ts';
import { paragraphSpans } from './paragraphs.ts';
import { paragraphRoles } from './roles.ts';
import { scan } from './scanner.ts';
import { sentenceStarts } from './sentences.ts';
import type { Block } from './types.ts';
import { wordTable, type WordEntry } from './word-table.ts';

/**
 * Cuts a text into paragraphs, sentences and tokens. Linear in the length of the text; never throws,
 * whatever the text holds. Offsets are UTF-16 units of `text`.
 */
export function tokenise(text: string, language: Language, blocks?: readonly Block[]): Document {
  const start: number[] = [];
  const end: number[] = [];
  const kind: number[] = [];
  const entry: WordEntry[] = [];
  const word: string[] = [];
  const lower: string[] = [];
  const capital: boolean[] = [];
  const sentence: number[] = [];
  const paragraph: number[] = [];
  const view = { start, end, kind, entry };
  const table = wordTable(language);
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];

  const spans = paragraphSpans(text);
  const roles = paragraphRoles(text, spans, blocks);
  spans.forEach((span, p) => {
    const from = start.length;
    scan(text, span.start, span.end, language, (a, b, tokenType) => {
      const known = table.at(text, a, b, tokenType);
      start.push(a);
      end.push(b);
      kind.push(tokenType);
      entry.push(known);
      word.push(known.form);
      lower.push(known.lower);
      capital.push(known.capital);
      paragraph.push(p);
    });
    const to = start.length;
    const starts = sentenceStarts(view, text, from, to, language);
    starts.forEach((first, i) => {
      const after = starts[i + 1] ?? to;
      for (let t = first; t < after; t++) sentence.push(sentences.length);
      sentences.push({
        start: start[first] ?? 0,
        end: end[after - 1] ?? 0,
        from: first,
        to: after,
        paragraph: p,
      });
    });
    paragraphs.push({ start: span.start, end: span.end, from, to, role: roles[p] ?? 'body' });
  });
  const tokens = { length: start.length, start, end, kind, entry, word, lower, capital, sentence, paragraph };
  return { text, language, paragraphs, sentences, tokens };
}
