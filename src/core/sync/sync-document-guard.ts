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
import { isKeyOf } from './document-key.ts';
import { MOST_MEMBERS } from './set-members.ts';
import type { Covered, Stamp, Writes } from './stamp.ts';
import type { Json, Member, Register, SyncDocument, SyncedStore, Texts } from './sync-document.ts';

/** Limits in UTF-16 code units and counts: far beyond honest use. */
const NAME = 10_000;
/** What the reader has decided about may be a whole passage. */
const WORDS = 100_000;
/** A hundred machines of one reader, each of which may have been set up anew many times. */
const REPLICAS = 1_000;
/** The last millisecond that a Date can hold. */
const LAST = 8_640_000_000_000_000;

const replica = string(100);
const ms: Parser<number> = where(number(-1, LAST), Number.isSafeInteger);

/** An object with any keys: a tag may be called anything. */
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
      if (!parsedKey.ok || !parsed.ok) return refuse('not-allowed');
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

/** No record is as deep as this by far; what is deeper than a stack could not be written again. */
const DEPTH = 50;

function isShallow(value: unknown, left = DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((one) => isShallow(one, left - 1));
}

/** Any JSON: what comes here was read by JSON.parse, and its record is parsed by its own guard before it is shown. */
const json: Parser<Json> = (value) => {
  if (value === undefined) return refuse('not-allowed');
  return isShallow(value) ? accept(value as Json) : refuse('too-deep');
};

const boolean: Parser<boolean> = (value) =>
  typeof value === 'boolean' ? accept(value) : refuse('not-allowed');

const register: Parser<Register> = object<Register>({ value: json, at: stamp, rank: number(-LAST, LAST) });
const member: Parser<Member> = object<Member>({ at: stamp, isIn: boolean, place: offset });

const key: Parser<SyncDocument['key']> = (value): Parsed<SyncDocument['key']> =>
  typeof value === 'string' ? string(NAME)(value) : arrayOf(string(WORDS), 3)(value);

/** What the documents of each store are made of. Anything else is dropped: no other version can fill a document with it. */
const MADE_OF: Readonly<Record<SyncedStore, { readonly fields: readonly string[]; readonly sets: readonly string[] }>> = {
  annotations: { fields: ['created', 'passage', 'style'], sets: ['tags'] },
  articles: {
    fields: [
      'title', 'byline', 'outlet', 'language', 'section', 'published', 'modified', 'origins', 'firstSeen', 'lastSeen', 'saved',
    ],
    sets: [],
  },
  people: { fields: ['name', 'created', 'into'], sets: ['follows', 'apart'] },
  appearances: { fields: ['name', 'person'], sets: ['met'] },
  decisions: { fields: ['record'], sets: [] },
  versions: { fields: ['record'], sets: [] },
}; // prettier-ignore

function documentParser(replicas: number): Parser<SyncDocument> {
  const covered: Parser<Covered> = recordOf(ms, replicas, replica);
  const writes: Parser<Writes> = recordOf(pairOf(ms, offset), replicas, replica);
  const texts: Parser<Texts> = object<Texts>({
    values: arrayOf(object<Texts['values'][number]>({ value: json, at: stamp }), replicas),
    covered,
  });
  const whole = object<SyncDocument>({
    store: oneOf('annotations', 'articles', 'people', 'appearances', 'decisions', 'versions'),
    key,
    writes,
    fields: recordOf(register, 100),
    sets: recordOf(recordOf(member, MOST_MEMBERS), 100),
    texts,
    gone: covered,
  });
  return (value) => {
    const parsed = whole(value);
    if (!parsed.ok) return parsed;
    const { store, fields, sets } = parsed.value;
    if (!isKeyOf(store, parsed.value.key)) return refuse('not-allowed');
    const known = MADE_OF[store];
    return accept({ ...parsed.value, fields: only(fields, known.fields), sets: only(sets, known.sets) });
  };
}

function only<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

const came = documentParser(REPLICAS);
/** Joined of several, each of which was within the limits. */
const kept = documentParser(Number.POSITIVE_INFINITY);

/** The document of another machine that `value` is, copied, or null. Never throws. */
export function parseSyncDocument(value: unknown): SyncDocument | null {
  const parsed = came(value);
  return parsed.ok ? parsed.value : null;
}

/** The same of one that this machine has joined and kept. */
export function parseKeptDocument(value: unknown): SyncDocument | null {
  const parsed = kept(value);
  return parsed.ok ? parsed.value : null;
}
