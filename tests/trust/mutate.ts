import { pick } from '#scripts/train-random.ts';

/** Values that no field of a message should be, or that break what is careless: all of them a structured clone can carry. */
function oddValue(random: () => number): unknown {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const all: readonly unknown[] = [
      null, undefined, true, false, 0, -0, -1, 1.5, NaN, Infinity, 2 ** 53, -(2 ** 53), 10n, '', ' ', '0', 'null', '__proto__',
      'constructor', '\ud83d', '\udc00\ud83d', '\u0000', '\u202e\u2066', '../../..', 'javascript:alert(1)', 'file:///etc/passwd',
      'https://bank.example/login', 'chrome-extension://abcdef/x.html', [], [[]], [null], Array(5), {}, { length: 1, 0: 'x' }, cyclic,
      { toString: 'x', valueOf: 1 }, JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
      new Date(0), new Date(NaN), new Map([['a', 1]]), new Set([1]), new Uint8Array(8), /(a+)+$/, new Error('x'),
      Object.assign(Object.create(null) as object, { a: 1 }), Object.create({ source: 'https://bank.example/' }) as unknown,
    ]; // prettier-ignore
  return all[Math.floor(random() * all.length)];
}

/** As long as no field may be, made once: a hundred thousand messages share them. */
const long = 'x'.repeat(4_100_000);
const longMarks = '“'.repeat(20_000);

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}

function oddString(value: string, random: () => number): string {
  const at = Math.floor(random() * (value.length + 1));
  const [before, after] = [value.slice(0, at), value.slice(at)];
  return pick(
    [
      () => before + after.slice(1),
      () =>
        before +
        pick(['\ud83d', '\u0000', '<script>', '%', '/', '#', '‮', '́', '"', "'", '\\'], random) +
        after,
      () => value + value,
      () => before.toUpperCase() + after,
      () => value.slice(at) + before,
      () => value.repeat(1 + Math.floor(random() * 30)),
    ],
    random,
  )();
}

function oddEntry(key: string, random: () => number): string {
  return pick(
    [key.toUpperCase(), `${key} `, '__proto__', 'constructor', 'toString', `${key}\u0000`, ''],
    random,
  );
}

function mutateList(list: readonly unknown[], random: () => number): unknown[] {
  const copy = [...list];
  const at = Math.floor(random() * copy.length);
  const how = random();
  if (copy.length === 0 || how < 0.15) copy.splice(at, 0, oddValue(random));
  else if (how < 0.3) copy.splice(at, 1);
  // An odd value may be a list of a hundred thousand: that is long enough.
  else if (how < 0.4) return copy.length > 50_000 ? copy : copy.concat(copy);
  else copy[at] = mutate(copy[at], random);
  return copy;
}

function mutateFields(value: object, random: () => number): object {
  const entries = Object.entries(value);
  const at = Math.floor(random() * entries.length);
  const entry = entries[at];
  const how = random();
  if (entry === undefined || how < 0.08) entries.push([oddEntry('extra', random), oddValue(random)]);
  else if (how < 0.16) entries.splice(at, 1);
  else if (how < 0.24) entries[at] = [oddEntry(entry[0], random), entry[1]];
  else entries[at] = [entry[0], mutate(entry[1], random)];
  // Own fields, also one called __proto__, as a structured clone makes them.
  return Object.fromEntries(entries);
}

/** A value with one thing changed somewhere in it, at random: a field's type, its length, its name, its place. The value itself stays. */
export function mutate(value: unknown, random: () => number): unknown {
  const how = random();
  if (how < 0.002) return pick([long, longMarks, deep(5_000), Array<string>(210_000).fill('x')], random);
  if (typeof value === 'string') return how < 0.5 ? oddString(value, random) : oddValue(random);
  if (typeof value !== 'object' || value === null || how < 0.1) return oddValue(random);
  return Array.isArray(value) ? mutateList(value as unknown[], random) : mutateFields(value, random);
}
