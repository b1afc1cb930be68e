import { useLayoutEffect, useMemo } from 'preact/hooks';
import { onRevision } from '#messaging/client.ts';
import { createPagedList, type FetchPage, type PagedList } from '#ui/list/paged-list.ts';

/**
 * A list that is fetched as it is scrolled, and again whenever a record has changed anywhere.
 * @param key names what is listed: another key, another list
 */
export function usePagedList<Item>(key: string, fetchPage: FetchPage<Item>): PagedList<Item> {
  const list = useMemo(() => createPagedList(fetchPage), [key]);
  // Not after the next frame has been drawn, as an effect would: the first rows are what one waits for.
  useLayoutEffect(() => {
    const controller = new AbortController();
    list.show(0, 0);
    onRevision(list.reload, controller.signal);
    return () => controller.abort();
  }, [list]);
  return list;
}
