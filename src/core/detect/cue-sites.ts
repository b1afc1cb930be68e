import type { CueSite } from './cue-site.ts';
import { sourceEnd, sourceSite } from './source-phrase.ts';
import { verbSite } from './verb-site.ts';
import { viewSource } from './view-source.ts';
import { wordSet } from './words.ts';
import type { Syntax } from './syntax.ts';

/** The sites of a document, found when asked for and remembered. */
export interface CueSites {
  /** Items of the sentence's verbs and source phrases, left to right. */
  inSentence(sentence: number): readonly number[];
  at(item: number): CueSite | null;
}

/** Prepares the lookup of cue sites over a document. Each site is worked out once. */
export function cueSites(x: Syntax): CueSites {
  const bySentence = new Map<number, readonly number[]>();
  const memo = new Map<number, CueSite | null>();
  const ends = new Map<number, number>();
  const endings = wordSet(x.o.doc.language.sourceEndings);
  return {
    inSentence(sentence) {
      let items = bySentence.get(sentence);
      if (items === undefined) {
        const found: number[] = [];
        const clause = x.s.list[sentence];
        for (let i = clause?.from ?? 0; i < (clause?.to ?? 0); i++) {
          const t = x.tags[i];
          if (t === 'V' || t === 'G' || endings.has(x.o.lower[i] ?? '')) {
            // “according” and “per” are matched as phrases below, whatever their tag.
            const end = sourceEnd(x, i);
            if (end > 0) ends.set(i, end);
            found.push(i);
          } else if (t !== 'Q') {
            const end = sourceEnd(x, i);
            const view = end > 0 ? null : viewSource(x, i);
            if (end > 0) ends.set(i, end);
            if (view) memo.set(i, view);
            if (end > 0 || view) found.push(i);
          }
        }
        items = found;
        bySentence.set(sentence, items);
      }
      return items;
    },
    at(item) {
      const known = memo.get(item);
      if (known !== undefined) return known;
      const end = ends.get(item);
      const site = end === undefined ? verbSite(x, item) : sourceSite(x, item, end);
      memo.set(item, site);
      return site;
    },
  };
}
