/** Checks the labels of a gold source: what a tired author forgets, not what only a reader can judge. */
import type { Span } from '#core/text.ts';
import { parseGoldSource, type GoldLine } from './gold-source.ts';

const MARK = /^["'“”„‟«»‹›‘’‚「」—–―]/u;
const inside = (spans: readonly Span[], at: number): boolean =>
  spans.some((s) => s.start <= at && at < s.end);
const words = (name: string): string[] => name.match(/[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu) ?? [];
const bare = (word: string): string => word.replace(/\.$/u, '').toLowerCase();

/** Turns a source file into its gold line. Throws one error that lists everything that is wrong with the labels. */
export function goldLine(id: string, source: string): GoldLine {
  const { line, header, stretches } = parseGoldSource(id, source);
  const { text, quotes, people, neither } = line;
  const ignored = line.ignore ?? [];
  const wrong: string[] = [];
  const show = (at: number): string => JSON.stringify(text.slice(Math.max(0, at - 20), at + 30));

  for (const s of stretches) {
    const what = text.slice(s.start, s.end);
    if (what === '' || what !== what.trim()) wrong.push(`empty or with blanks at its ends: ${show(s.start)}`);
    if (what.includes('\n')) wrong.push(`goes over paragraphs: ${show(s.start)}`);
    if (s.tag.kind && s.tag.kind !== 'indirect' && !s.tag.unmarked && !MARK.test(what))
      wrong.push(`a quotation that begins with no mark: ${show(s.start)}`);
    if (s.tag.plain === 'ignore' && quotes.some((q) => q.start <= s.start && s.end <= q.end))
      wrong.push(`the scorer would ignore the quotation around: ${show(s.start)}`);
    const number = s.tag.speaker ?? s.tag.cue;
    if (number !== undefined && !stretches.some((q) => q.tag.said === number))
      wrong.push(`speaker or cue ${number} of nothing`);
  }
  const marked = [...quotes, ...people, ...neither, ...ignored];
  for (const found of text.matchAll(/["“”„«»「」]/gu))
    if (!inside(marked, found.index)) wrong.push(`a mark without a label: ${show(found.index)}`);

  for (const name of header.people.values()) {
    if (!people.some((m) => m.person === name)) wrong.push(`never named: ${name}`);
    const allowed = new Set(words(`${name} ${header.variants.get(name) ?? ''}`).map(bare));
    for (const m of people)
      if (m.person === name && !words(m.text).every((word) => allowed.has(bare(word))))
        wrong.push(`${m.text} is not ${name}`);
    const telling = words(name).filter((word) => /^\p{Lu}[\p{L}'’-]{2}/u.test(word));
    for (const found of text.matchAll(/\p{Lu}[\p{L}\p{M}'’-]*/gu)) {
      const here = found[0].replace(/['’]s?$/u, '');
      if (
        telling.some((w) => here === w || here === w.toUpperCase()) &&
        !inside([...people, ...neither, ...ignored], found.index)
      )
        wrong.push(`${here} without a label: ${show(found.index)}`);
    }
  }
  if (wrong.length > 0) throw new Error(`${id}:\n  ${[...new Set(wrong)].join('\n  ')}`);
  return line;
}
