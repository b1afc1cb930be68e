import { createAnnotation } from '#core/annotation-edit.ts';
import { bareArticle } from '#core/bare-article.ts';
import { ask } from '#scripts/driver/own-page.ts';
import type { Machine } from './two-machines.ts';

/** Where it is kept from. */
const source = 'https://www.example.org/elsewhere';

/** Keeps a passage with a note, as the popover has it done, but at once. Answers the record's id. */
export async function keepElsewhere({ own }: Pick<Machine, 'own'>, note: string): Promise<string> {
  const now = new Date().toISOString();
  const exact = `The bridge is older than ${note}.`;
  const annotation = createAnnotation({
    id: `urn:uuid:${crypto.randomUUID()}`,
    now,
    source,
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    quotation: null,
    note,
  });
  await ask(own, 'annotations.put', {
    annotation,
    article: bareArticle(source, now, 'Elsewhere'),
    base: null,
  });
  return annotation.id;
}
