import { request } from './client.ts';

/** The reader's own tags that what is typed may become; none that the passage has. */
export function suggestTags(typed: string, has: readonly string[]): Promise<readonly string[]> {
  return request('tags.suggest', { typed, has });
}
