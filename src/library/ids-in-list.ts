import type { SearchHit } from '#messaging/protocol.ts';
import type { PagedList } from '#ui/list/paged-list.ts';

/** So many rows are asked for at once: the most that the background answers. */
const most = 1_000;

/** The ids of a list's rows from `first` to `last`, both included; those that are not loaded are asked for. */
export async function idsInList(
  list: PagedList<SearchHit>,
  first: number,
  last: number,
): Promise<readonly string[]> {
  const { at } = list.rows.peek();
  const ids: string[] = [];
  for (let index = first; index <= last; index += 1) {
    const known = at(index);
    if (known !== null) ids.push(known.annotation.id);
    else {
      const { items } = await list.fetchPage(index, Math.min(most, last - index + 1));
      if (items.length === 0) break;
      ids.push(...items.map(({ annotation }) => annotation.id));
      index += items.length - 1;
    }
  }
  return ids;
}
