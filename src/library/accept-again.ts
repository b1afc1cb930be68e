import { withoutRejection } from '#core/annotation-edit.ts';
import { request } from '#messaging/client.ts';
import type { SearchHit } from '#messaging/protocol.ts';

/** Stores that a passage which the reader had refused is a quotation after all. */
export async function acceptAgain({ annotation, article }: SearchHit): Promise<void> {
  const next = withoutRejection(annotation, new Date().toISOString());
  await request('annotations.put', { annotation: next, article, base: annotation.modified });
}
