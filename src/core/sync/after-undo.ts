import { withoutWriting } from '#core/merge-notes.ts';
import { textsIn } from './shapes/json-values.ts';
import { shapes } from './shapes/shapes.ts';
import type { Json, Parts, SyncDocument, SyncedStore } from './sync-document.ts';

interface Undone {
  /** The record as it is. */
  readonly present: unknown;
  /** As the change had left it; null for none. */
  readonly left: unknown;
  /** As it was before the change, or, to do it again, after it; null for none. */
  readonly value: unknown;
}

/**
 * What a record is to be when a change of it is undone, or done again. Where nobody has written it since, that is `value`; where another machine
 * has, only what the change did is taken back, and what the other wrote stays. Null: it is to go. Undefined: it stays as it is.
 */
export function afterUndo(
  store: SyncedStore,
  key: SyncDocument['key'],
  { present, left, value }: Undone,
): unknown {
  if (present === undefined) return left === null || value === null ? value : undefined;
  if (left === null) return undefined;
  if (JSON.stringify(present) === JSON.stringify(left)) return value;
  const { partsOf, editedOf, recordOf } = shapes[store];
  const [now, before] = [partsOf(present), partsOf(left)];
  if (now === null || before === null || areSame(now, before)) return value;
  // What somebody has written since is not deleted with what was written before it.
  if (value === null) return undefined;
  const wanted = partsOf(value);
  if (wanted === null) return undefined;
  const parts = taken(now, before, wanted);
  return recordOf(key, parts, Math.max(editedOf(present) ?? 0, editedOf(value) ?? 0) + 1) ?? undefined;
}

function taken(now: Parts, before: Parts, wanted: Parts): Parts {
  const fields: Record<string, Json> = { ...now.fields };
  for (const [name, value] of Object.entries(wanted.fields))
    if (JSON.stringify(before.fields[name]) !== JSON.stringify(value)) fields[name] = value;
  const sets = Object.keys({ ...now.sets, ...wanted.sets }).map((name) => {
    const [mine, others] = [new Set(before.sets[name]), wanted.sets[name] ?? []];
    const stay = (now.sets[name] ?? []).filter((one) => !mine.has(one) || others.includes(one));
    return [name, [...new Set([...stay, ...others.filter((one) => !mine.has(one))])]] as const;
  });
  const [text, mine, was] = [now, before, wanted].map(({ texts }) => textsIn(texts)[0] ?? '');
  const isNoted = mine !== was;
  const note = isNoted ? withoutWriting(text ?? '', mine ?? '', was ?? '') : (text ?? '');
  return { fields, sets: Object.fromEntries(sets), texts: note === '' ? [] : [note] };
}

function areSame(one: Parts, other: Parts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
