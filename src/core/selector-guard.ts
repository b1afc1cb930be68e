import {
  parseSelector,
  type Selector,
  type TextPositionSelector,
  type TextQuoteSelector,
} from '#core/anchor/selector.ts';
import { accept, arrayOf, object, offset, oneOf, refuse, string, where, type Parser } from './guard.ts';
import { plainJson } from './guard-json.ts';

const EXACT = 100_000;
const AROUND = 10_000;

const quote: Parser<TextQuoteSelector> = object<TextQuoteSelector>({
  type: oneOf('TextQuoteSelector'),
  exact: where(string(EXACT), (exact) => exact !== ''),
  prefix: string(AROUND),
  suffix: string(AROUND),
});

const position: Parser<TextPositionSelector> = where(
  object<TextPositionSelector>({ type: oneOf('TextPositionSelector'), start: offset, end: offset }),
  (parsed) => parsed.start <= parsed.end,
);

const anyJson = plainJson(8, 200_000);

/** Our own selector, bounded here and read by the anchoring. One of a later version is null: others still find the place. */
const other: Parser<Selector | null> = (value) => {
  const bounded = anyJson(value);
  return bounded.ok ? accept(parseSelector(bounded.value)) : bounded;
};

const selector: Parser<Selector | null> = (value) => {
  if (typeof value !== 'object' || value === null || !('type' in value)) return refuse('not-an-object');
  if (value.type === 'TextQuoteSelector') return quote(value);
  if (value.type === 'TextPositionSelector') return position(value);
  return other(value);
};

const list = arrayOf(selector, 20);

/** The selectors of a target. The W3C's two are checked strictly; kinds that we do not know are dropped. */
export const selectorsParser: Parser<readonly Selector[]> = (value) => {
  const parsed = list(value);
  return parsed.ok ? accept(parsed.value.filter((item) => item !== null)) : parsed;
};
