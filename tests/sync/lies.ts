import type { ServerResponse } from 'node:http';
import { lieAt, say, twist, type Lie } from './lying-server.ts';

/** What a server may say that is not so. */
export interface NamedLie {
  readonly name: string;
  readonly lie: Lie;
  /** Nothing that is new gets through: what is here is byte for byte what it was. */
  readonly hides: boolean;
  /** All is well when the server is read whole again, so many days later: until then what it left out is missing, and what it made up is owed. */
  readonly days?: number;
}

interface Row {
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly seq: unknown;
}
interface Changes {
  readonly results: readonly Row[];
  readonly last_seq: unknown;
}
interface Given {
  readonly _id: string;
  readonly _rev: string;
  readonly sealed?: string;
}
interface Bulk {
  readonly results: readonly { readonly id: string; readonly docs: readonly { readonly ok: Given }[] }[];
}

/** What hides nothing comes after all that is new was taken. */
const calls = ['_local', '_changes', '_bulk_get', '_revs_diff', '_bulk_docs'];
const hidden = new Set(['_local', '_changes', '_bulk_get']);

const page = '<!doctype html><title>Sign in</title><form action="/login"><input name="user"></form>';

function forever(response: ServerResponse, piece: string, every: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(piece), every);
  response.on('close', () => clearInterval(timer));
}

const atEach: readonly (readonly [string, (call: string) => Lie])[] = [
  ['garbage', (call) => lieAt(call, (response) => say(response, '\u0000\u0001{"results":[}'))],
  ['a page that asks who we are', (call) => lieAt(call, (response) => say(response, page, 200, 'text/html'))],
  ['half of an answer', (call) => lieAt(call, (response, honest) => say(response, honest.slice(0, honest.length / 2)))],
  ['an answer that is broken off', (call) => lieAt(call, (response, honest) => {
    response.writeHead(200, { 'content-length': String(honest.length + 100) });
    response.write(honest.slice(0, 10));
    setTimeout(() => response.destroy(), 20);
  })],
  ['another kind of answer', (call) => lieAt(call, (response) => say(response, '{"ok":{"results":"many","__proto__":{"results":[]}}}'))],
  ['null', (call) => lieAt(call, (response) => say(response, 'null'))],
  ['nothing', (call) => lieAt(call, (response) => say(response, ''))],
  ['500', (call) => lieAt(call, (response) => say(response, '{"error":"internal"}', 500))],
  ['a refusal', (call) => lieAt(call, (response) => say(response, '{"error":"unauthorized"}', 401))],
  ['no space', (call) => lieAt(call, (response) => say(response, '{"error":"file_error"}', 507))],
  ['too much at once', (call) => lieAt(call, (response) => say(response, '{"error":"too_large"}', 413))],
  ['no answer at all', (call) => lieAt(call, () => {})],
  ['an answer without an end, drop by drop', (call) => lieAt(call, (response) => forever(response, ' ', 10))],
  ['a way elsewhere', (call) => lieAt(call, (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end())],
]; // prettier-ignore

const ofChanges: readonly (readonly [string, (honest: Changes) => unknown, Partial<NamedLie>?])[] = [
  ['changes without end', () => ({ results: [{ id: 'n1', changes: [{ rev: '1-a' }] }], last_seq: `${Math.random()}` }), { hides: true, days: 31 }],
  ['changes that begin again and again', ({ results }) => ({ results, last_seq: '1' })],
  ['changes that go backwards', ({ results }) => ({ results: results.toReversed(), last_seq: '0' })],
  ['a sequence that does not move', ({ results }) => ({ results, last_seq: '0' })],
  ['a sequence that is an object', ({ results }) => ({ results, last_seq: { a: 1 } }), { hides: true }],
  ['every change twice', ({ results, last_seq }) => ({ results: [...results, ...results], last_seq })],
  ['changes of which none is named', ({ last_seq }) => ({ results: [], last_seq }), { hides: true, days: 31 }],
  ['every second change', ({ results, last_seq }) => ({ results: results.filter((_row, at) => at % 2 === 1), last_seq }), { days: 31 }],
  ['names that mean something to JavaScript', ({ results, last_seq }) => ({
    results: [...results, ...['__proto__', 'constructor', 'n__proto__', 'toString'].map((id) => ({ id, changes: [{ rev: '1-a' }] }))],
    last_seq,
  }), { days: 31 }],
  ['a thousand leaves of each', ({ results, last_seq }) => ({
    results: results.map(({ id, changes }) => ({ id, changes: [...changes, ...leaves(1_000 - changes.length)] })),
    last_seq,
  }), { days: 31 }],
  ['more leaves than anybody has', ({ results, last_seq }) => ({
    results: results.map(({ id, changes }) => ({ id, changes: [...changes, ...leaves(5_000)] })),
    last_seq,
  }), { hides: true }],
  ['revisions of other names', ({ results, last_seq }) => ({
    results: results.map((row, at) => ({ ...row, id: results[(at + 1) % results.length]?.id })), last_seq,
  }), { days: 31 }],
  ['one document under two names', ({ results, last_seq }) => ({
    results: results.flatMap((row) => [{ ...row, id: `${row.id.slice(0, -1)}_` }, row]), last_seq,
  }), { days: 31 }],
]; // prettier-ignore

const leaves = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ rev: `9-${at.toString(16).padStart(32, '0')}` }));

/** What comes after it; of one alone there is no other, and it is left out. */
const another = ({ results }: Bulk, at: number): Given | undefined =>
  results.length < 2 ? undefined : results[(at + 1) % results.length]?.docs[0]?.ok;

const eachGiven = ({ results }: Bulk, turn: (given: Given, at: number) => unknown): unknown => ({
  results: results.map((one, at) => ({ ...one, docs: one.docs.map(({ ok }) => ({ ok: turn(ok, at) })) })),
});

const ofDocuments: readonly (readonly [string, (honest: Bulk) => unknown, Partial<NamedLie>?])[] = [
  ['documents that nobody has asked for', () => ({ results: [{ id: 'x', docs: [{ ok: { _id: 'x', _rev: '1-a', sealed: 'AAAA' } }] }] })],
  ['every document under the name of another', (honest) =>
    eachGiven(honest, (given, at) => ({ ...given, _id: another(honest, at)?._id }))],
  ['the words of another under each name', (honest) =>
    eachGiven(honest, (given, at) => ({ ...given, sealed: another(honest, at)?.sealed }))],
  ['all of it deleted', (honest) => eachGiven(honest, ({ _id, _rev }) => ({ _id, _rev, _deleted: true }))],
  ['all of it joined away', (honest) => eachGiven(honest, ({ _id, _rev }) => ({ _id, _rev, _deleted: true, joined: '1-a' }))],
  ['all of it wiped', (honest) => eachGiven(honest, ({ _id, _rev }) => ({ _id, _rev, _deleted: true, wiped: true })), { days: 2 }],
  ['one letter of each turned', (honest) => eachGiven(honest, (given) => ({ ...given, sealed: given.sealed?.replace(/^(.{40}).(.)/, '$1$2$2') }))],
  ['each cut short', (honest) => eachGiven(honest, (given) => ({ ...given, sealed: given.sealed?.slice(0, 60) }))],
  ['nothing sealed', (honest) => eachGiven(honest, ({ _id, _rev }) => ({ _id, _rev, sealed: { length: 1e9 } }))],
  ['that it has none', ({ results }) => ({ results: results.map(({ id }) => ({ id, docs: [{ error: { id, error: 'not_found' } }] })) })],
]; // prettier-ignore

const named = (name: string, lie: Lie, more: Partial<NamedLie> = {}): NamedLie => ({
  name,
  lie,
  hides: false,
  ...more,
});

/** All calls in `npm run test:sync`; in the short form each way to go wrong is tried at one of them. */
const callsFor = (at: number): readonly string[] =>
  process.env['TRUST'] === 'whole' ? calls : [calls[at % calls.length] ?? '_changes'];

export const lies: readonly NamedLie[] = [
  ...atEach.flatMap(([name, make], at) =>
    callsFor(at).map((call) => named(`${name} for ${call}`, make(call), { hides: hidden.has(call) })),
  ),
  ...ofChanges.map(([name, turn, more]) => named(name, twist('_changes', turn), more)),
  ...ofDocuments.map(([name, turn, more]) =>
    named(name, twist('_bulk_get', turn), { hides: true, ...more }),
  ),
  named('a flood without an end for _bulk_get', lieAt('_bulk_get', (response) => forever(response, ' '.repeat(4_000_000), 1)), { hides: true }),
  named('an older state of each document, of before', replayed()),
  named('that it has all that it is offered', twist('_revs_diff', () => ({}))),
  named('that it wants what it was never offered', twist('_revs_diff', (honest: object) => ({ ...honest, ['__proto__']: { missing: ['1-a'] }, nX: { missing: ['1-a', '2-b'] } }))),
  named('that it has taken all, of which it kept nothing', (request, response, pass) =>
    request.url === '/_bulk_docs' ? say(response, '[]', 201) : pass().then(({ status, body }) => say(response, body, status))),
  named('that it takes nothing', twist('_bulk_docs', () => Array.from({ length: 9 }, (_, at) => ({ id: `n${at}`, error: 'forbidden', reason: 'no' })))),
]; // prettier-ignore

/** Each question is answered again and again as it was answered first. */
function replayed(): Lie {
  const first = new Map<string, string>();
  return async (request, response, pass) => {
    const { status, body } = await pass();
    const question = `${request.method} ${request.url?.split('?')[0]}`;
    if (!first.has(question)) first.set(question, body);
    say(response, first.get(question) ?? body, status);
  };
}
