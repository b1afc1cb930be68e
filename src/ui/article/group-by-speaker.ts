import type { Annotation } from '#core/annotation.ts';
import { exactOf, startOf } from '#core/annotation-passage.ts';
import { speakerName, tellingWords } from '#core/speaker-name.ts';
import type { ArticleOnPage, QuotationOnPage } from './article-state.ts';

/** A quotation of the page with the record that the reader has made of it, if any. */
export interface QuotationRow {
  readonly quotation: QuotationOnPage;
  readonly record: Annotation | null;
}

/** What one speaker says, in document order. `speaker` null: nobody whom the article names. */
export interface SpeakerGroup {
  readonly speaker: string | null;
  readonly rows: readonly QuotationRow[];
}

/** Pairs each quotation with its record: the same words, and of several the nearest. Each record is used once. */
export function pairRecords(
  quotations: readonly QuotationOnPage[],
  saved: readonly Annotation[],
): readonly QuotationRow[] {
  const byWords = new Map<string, Annotation[]>();
  for (const record of saved) {
    const words = exactOf(record);
    const same = byWords.get(words);
    if (same === undefined) byWords.set(words, [record]);
    else same.push(record);
  }
  return quotations.map((quotation) => {
    const candidates = byWords.get(quotation.exact) ?? [];
    let best: Annotation | null = null;
    for (const record of candidates) {
      if (best === null || distance(record, quotation) < distance(best, quotation)) best = record;
    }
    if (best !== null) candidates.splice(candidates.indexOf(best), 1);
    return { quotation, record: best };
  });
}

function distance(record: Annotation, quotation: QuotationOnPage): number {
  return Math.abs(startOf(record) - quotation.start);
}

/** Who speaks, by the reader's word before the detector's: a person's name, or the words of the mention. */
export function speakerOf({ quotation, record }: QuotationRow): string | null {
  const decided = record?.quotation;
  if (decided !== undefined && decided !== null && decided.status !== 'detected') return speakerName(decided);
  return quotation.speaker?.person ?? tellingWords(quotation.speaker?.text ?? null);
}

/**
 * The article's quotations by speaker, in the order in which they first speak; those without a speaker come last.
 * What the reader has rejected is left out.
 */
export function groupBySpeaker(article: ArticleOnPage): readonly SpeakerGroup[] {
  const groups = new Map<string | null, QuotationRow[]>();
  for (const row of pairRecords(article.quotations, article.saved)) {
    if (row.record?.quotation?.status === 'rejected') continue;
    const speaker = speakerOf(row);
    const rows = groups.get(speaker);
    if (rows === undefined) groups.set(speaker, [row]);
    else rows.push(row);
  }
  const named = [...groups].filter(([speaker]) => speaker !== null);
  const unnamed = groups.get(null);
  const all = unnamed === undefined ? named : [...named, [null, unnamed] as const];
  return all.map(([speaker, rows]) => ({ speaker, rows }));
}

/** The same quotations in the order in which they stand in the article. */
export function inOrder(groups: readonly SpeakerGroup[]): readonly QuotationRow[] {
  return groups
    .flatMap(({ rows }) => rows)
    .toSorted((a, b) => a.quotation.start - b.quotation.start || a.quotation.end - b.quotation.end);
}
