import { decodeFrontCoded } from './model/front-coded.ts';
import { surnames } from './model/surnames.ts';

let table: Set<string> | undefined;

/** Whether a folded word is a frequent surname. */
export function isSurname(fold: string): boolean {
  table ??= new Set(decodeFrontCoded(surnames));
  return table.has(fold);
}
