import { MarkSwatch } from './mark-swatch.tsx';
import { useMarkStyles } from './reader-choices.tsx';
import { styleName } from './style-name.ts';

/** The mark style that the reader has given a passage; nothing for none, or for one that we do not know. */
export function MarkStyleBadge({ style }: { readonly style: string | null }) {
  const found = useMarkStyles().find(({ look }) => look.id === style);
  if (found === undefined) return null;
  return (
    <span class="style-badge">
      <MarkSwatch look={found.look} />
      <span dir="auto">{styleName(found)}</span>
    </span>
  );
}
