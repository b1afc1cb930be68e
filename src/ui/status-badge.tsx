import type { Status } from '#core/annotation.ts';
import { statusWords } from './sureness.ts';

/** Whose word it is, small. The reader's own word looks different from the machine's. */
export function StatusBadge({ status }: { readonly status: Status }) {
  return <span class={`badge badge-${status}`}>{statusWords(status)}</span>;
}
