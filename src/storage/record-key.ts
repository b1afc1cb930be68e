import type { ChangeItem, LoggedStore } from './record-types.ts';

/** The key of a record, by its store's key path. */
export function keyOf(store: LoggedStore, value: unknown): ChangeItem['key'] {
  const fields = value as Readonly<Record<string, string>>;
  const at = (name: string): string => fields[name] ?? '';
  if (store === 'appearances') return [at('source'), at('key')];
  if (store === 'decisions') return [at('source'), at('kind'), at('about')];
  if (store === 'versions') return [at('annotation'), at('seen')];
  if (store === 'articles') return at('source');
  return at('id');
}
