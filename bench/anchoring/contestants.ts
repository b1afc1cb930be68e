import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import { fromRange, toRange } from 'dom-anchor-text-quote';
import { describe } from '#core/anchor/describe.ts';
import { matchAll } from '#core/anchor/match.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import { buildTextMap } from '#page/text-map.ts';

/** Saves passages of a page as text (JSON), and finds them again on another day's page. */
export interface Contestant {
  readonly name: string;
  save(root: Element, ranges: readonly Range[]): Promise<string[]>;
  find(root: Element, saved: readonly string[]): Promise<(Range | null)[]>;
}

const parsed = <T>(saved: string): T => JSON.parse(saved) as T;

const ours: Contestant = {
  name: 'On Record',
  async save(root, ranges) {
    const map = buildTextMap(root);
    const index = buildIndex(map.text, map.asides);
    return ranges.map((range) => {
      const span = map.spanOf(range);
      return JSON.stringify(span ? describe(map.text, span, index) : []);
    });
  },
  async find(root, saved) {
    const map = buildTextMap(root);
    const matches = matchAll(
      saved.map((one) => parsed(one)),
      buildIndex(map.text, map.asides),
    );
    return matches.map(({ span }) => span && map.rangeOf(span));
  },
};

const textQuote: Contestant = {
  name: 'dom-anchor-text-quote',
  async save(root, ranges) {
    return ranges.map((range) => {
      const before = root.ownerDocument.createRange();
      before.setStart(root, 0);
      before.setEnd(range.startContainer, range.startOffset);
      return JSON.stringify({ quote: fromRange(root, range), hint: before.toString().length });
    });
  },
  async find(root, saved) {
    return saved.map((one) => {
      const { quote, hint } = parsed<{ quote: ReturnType<typeof fromRange>; hint: number }>(one);
      try {
        return toRange(root, quote, { hint });
      } catch {
        // It throws on some pages: the passage counts as not found.
        return null;
      }
    });
  },
};

const apache: Contestant = {
  name: '@apache-annotator/dom',
  async save(root, ranges) {
    const saved: string[] = [];
    for (const range of ranges) saved.push(JSON.stringify(await describeTextQuote(range, root)));
    return saved;
  },
  async find(root, saved) {
    const found: (Range | null)[] = [];
    for (const one of saved) {
      let range: Range | null = null;
      for await (const match of createTextQuoteSelectorMatcher(parsed(one))(root)) {
        range = match;
        break;
      }
      found.push(range);
    }
    return found;
  },
};

export const contestants: readonly Contestant[] = [ours, textQuote, apache];
