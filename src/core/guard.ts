/** Why a value was refused: a stable code, for which the interface has a sentence. */
export type Problem =
  | 'not-a-string'
  | 'not-a-number'
  | 'not-an-object'
  | 'not-a-list'
  | 'too-long'
  | 'too-deep'
  | 'not-allowed';

/** A parsed value, or which field was refused and why. `field` is a path such as `body[0].value`; '' is the value itself. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly field: string; readonly problem: Problem };

/** Takes anything, never throws, and answers a value of which every part has been checked. */
export type Parser<T> = (value: unknown) => Parsed<T>;

/** The answer of a parser that accepts. */
export function accept<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** The answer of a parser that refuses the value itself. */
export function refuse(problem: Problem): Parsed<never> {
  return { ok: false, field: '', problem };
}

/** A refusal seen from one level further out. */
function within(key: string, refusal: { readonly field: string; readonly problem: Problem }): Parsed<never> {
  const joint = refusal.field === '' || refusal.field.startsWith('[') ? '' : '.';
  return { ok: false, field: key + joint + refusal.field, problem: refusal.problem };
}

/** A string of at most `maximum` UTF-16 code units. */
export function string(maximum: number): Parser<string> {
  return (value) => {
    if (typeof value !== 'string') return refuse('not-a-string');
    return value.length <= maximum ? accept(value) : refuse('too-long');
  };
}

/** A string of which no more than the first `maximum` UTF-16 code units are kept; a surrogate pair is not cut in two. */
export function clipped(maximum: number): Parser<string> {
  return (value) => {
    if (typeof value !== 'string') return refuse('not-a-string');
    if (value.length <= maximum) return accept(value);
    const last = value.charCodeAt(maximum - 1);
    return accept(value.slice(0, last >= 0xd800 && last <= 0xdbff ? maximum - 1 : maximum));
  };
}

/** A finite number from `minimum` to `maximum`, both included. */
export function number(minimum: number, maximum: number): Parser<number> {
  return (value) => {
    if (typeof value !== 'number') return refuse('not-a-number');
    return value >= minimum && value <= maximum ? accept(value === 0 ? 0 : value) : refuse('not-allowed');
  };
}

/** A whole number from 0 up, such as an offset. */
export const offset: Parser<number> = (value) => {
  if (typeof value !== 'number') return refuse('not-a-number');
  return Number.isSafeInteger(value) && value >= 0 ? accept(value === 0 ? 0 : value) : refuse('not-allowed');
};

/** One of the given strings. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Parser<T> {
  return (value) => {
    const found = allowed.find((candidate) => candidate === value);
    return found === undefined ? refuse('not-allowed') : accept(found);
  };
}

/** What `parser` accepts, or null. */
export function nullable<T>(parser: Parser<T>): Parser<T | null> {
  return (value) => (value === null ? accept(null) : parser(value));
}

/** As `parser`, and null for what is not there: a field that older records do not have. */
export function added<T>(parser: Parser<T | null>): Parser<T | null> {
  return (value) => (value === undefined ? accept(null) : parser(value));
}

/** A list of at most `maximum` items. One refused item refuses the list. */
export function arrayOf<T>(parser: Parser<T>, maximum: number): Parser<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return refuse('not-a-list');
    if (value.length > maximum) return refuse('too-long');
    const items: T[] = [];
    for (let index = 0; index < value.length; index++) {
      const item = parser(value[index]);
      if (!item.ok) return within(`[${index}]`, item);
      items.push(item.value);
    }
    return accept(items);
  };
}

/** A plain object with these fields, all of them needed; other keys are dropped. */
export function object<T extends object>(fields: { readonly [K in keyof T]: Parser<T[K]> }): Parser<T> {
  const entries = Object.entries<Parser<unknown>>(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('not-an-object');
    const result: Record<string, unknown> = {};
    for (const [key, parser] of entries) {
      const field = parser(Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined);
      if (!field.ok) return within(key, field);
      result[key] = field.value;
    }
    return accept(result as T);
  };
}

/** As `parser`, with fields that may be absent: those that are there must be right. */
export function extended<T extends object, More extends object>(
  parser: Parser<T>,
  fields: { readonly [K in keyof More]-?: Parser<NonNullable<More[K]>> },
): Parser<T & More> {
  const entries = Object.entries<Parser<unknown>>(fields);
  return (value) => {
    const base = parser(value);
    if (!base.ok || typeof value !== 'object' || value === null) return base as Parsed<T & More>;
    const result: Record<string, unknown> = Object.fromEntries(Object.entries(base.value));
    for (const [key, parse] of entries) {
      const given: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
      if (given === undefined || given === null) continue;
      const field = parse(given);
      if (!field.ok) return within(key, field);
      result[key] = field.value;
    }
    return accept(result as T & More);
  };
}

/** What `parser` accepts and `holds` affirms. */
export function where<T>(parser: Parser<T>, holds: (value: T) => boolean): Parser<T> {
  return (value) => {
    const parsed = parser(value);
    return !parsed.ok || holds(parsed.value) ? parsed : refuse('not-allowed');
  };
}
