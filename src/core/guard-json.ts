import { accept, refuse, type Parsed, type Parser } from './guard.ts';

/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Plain JSON of at most `depth` levels and `size` units, where a string or key counts its UTF-16 code units and every
 * value counts one. Answers a copy; functions, undefined, NaN and class instances are refused.
 */
export function plainJson(depth: number, size: number): Parser<Json> {
  return (value) => {
    const budget = { left: size };
    return copy(value, depth, budget);
  };
}

function copy(value: unknown, depth: number, budget: { left: number }): Parsed<Json> {
  budget.left -= typeof value === 'string' ? value.length + 1 : 1;
  if (budget.left < 0) return refuse('too-long');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return accept(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? accept(value === 0 ? 0 : value) : refuse('not-allowed');
  if (typeof value !== 'object') return refuse('not-allowed');
  if (depth <= 0) return refuse('too-deep');
  return Array.isArray(value) ? copyArray(value, depth, budget) : copyObject(value, depth, budget);
}

function copyArray(value: readonly unknown[], depth: number, budget: { left: number }): Parsed<Json> {
  const items: Json[] = [];
  for (const item of value) {
    const copied = copy(item, depth - 1, budget);
    if (!copied.ok) return copied;
    items.push(copied.value);
  }
  return accept(items);
}

function copyObject(value: object, depth: number, budget: { left: number }): Parsed<Json> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm has a prototype whose own prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return refuse('not-allowed');
  const entries: [string, Json][] = [];
  for (const [key, item] of Object.entries(value)) {
    budget.left -= key.length;
    const copied = copy(item, depth - 1, budget);
    if (!copied.ok) return copied;
    entries.push([key, copied.value]);
  }
  // fromEntries defines own properties, so a key called __proto__ stays a key.
  return accept(Object.fromEntries(entries));
}
