import {
  accept,
  arrayOf,
  number,
  object,
  oneOf,
  offset,
  refuse,
  string,
  where,
  type Parsed,
  type Parser,
} from '#core/guard.ts';
import type { Covered, Stamp, Writes } from './stamp.ts';
import type { Json, Member, Register, SyncDocument, Texts } from './sync-document.ts';

/** Limits in UTF-16 code units and counts: far beyond honest use. */
const NAME = 10_000;
const MANY = 10_000;
/** A hundred machines of one reader, each of which may have been set up anew many times. */
const REPLICAS = 1_000;
/** The last millisecond that a Date can hold. */
const LAST = 8_640_000_000_000_000;

const replica = string(100);
const ms: Parser<number> = where(number(-1, LAST), Number.isSafeInteger);

/** An object with any keys; keys that mean something to JavaScript are refused. */
function recordOf<T>(
  parser: Parser<T>,
  most: number,
  key: Parser<string> = string(NAME),
): Parser<Readonly<Record<string, T>>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('not-an-object');
    const entries: [string, T][] = [];
    for (const [name, item] of Object.entries(value)) {
      if (entries.length >= most) return refuse('too-long');
      const parsedKey = key(name);
      const parsed = parser(item);
      if (!parsedKey.ok || !parsed.ok || name === '__proto__') return refuse('not-allowed');
      entries.push([name, parsed.value]);
    }
    return accept(Object.fromEntries(entries));
  };
}

function pairOf<A, B>(first: Parser<A>, second: Parser<B>): Parser<readonly [A, B]> {
  return (value) => {
    if (!Array.isArray(value) || value.length !== 2) return refuse('not-a-list');
    const [one, other] = [first(value[0]), second(value[1])];
    return one.ok && other.ok ? accept([one.value, other.value]) : refuse('not-allowed');
  };
}

const stamp: Parser<Stamp> = pairOf(ms, replica);
const covered: Parser<Covered> = recordOf(ms, REPLICAS, replica);
const writes: Parser<Writes> = recordOf(pairOf(ms, offset), REPLICAS, replica);

/** Any JSON: what comes here was read by JSON.parse, and its record is parsed by its own guard before it is shown. */
const json: Parser<Json> = (value) => (value === undefined ? refuse('not-allowed') : accept(value as Json));

const boolean: Parser<boolean> = (value) =>
  typeof value === 'boolean' ? accept(value) : refuse('not-allowed');

const register: Parser<Register> = object<Register>({ value: json, at: stamp, rank: number(-LAST, LAST) });
const member: Parser<Member> = object<Member>({ at: stamp, isIn: boolean, place: offset });
const texts: Parser<Texts> = object<Texts>({
  values: arrayOf(object<Texts['values'][number]>({ value: json, at: stamp }), REPLICAS),
  covered,
});

const key: Parser<SyncDocument['key']> = (value): Parsed<SyncDocument['key']> =>
  typeof value === 'string' ? string(NAME)(value) : arrayOf(string(NAME), 3)(value);

const document: Parser<SyncDocument> = object<SyncDocument>({
  store: oneOf('annotations', 'articles', 'people', 'appearances', 'decisions', 'versions'),
  key,
  writes,
  fields: recordOf(register, 100),
  sets: recordOf(recordOf(member, MANY), 100),
  texts,
  gone: covered,
});

/** The document that `value` is, copied, or null. Never throws. */
export function parseSyncDocument(value: unknown): SyncDocument | null {
  const parsed = document(value);
  return parsed.ok ? parsed.value : null;
}
