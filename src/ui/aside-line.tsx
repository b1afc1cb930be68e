import { Button } from './button.tsx';
import { t, tCount } from './text.ts';

interface AsideLineProps {
  /** How many records lie aside. */
  readonly count: number;
  readonly onSave: () => void;
}

/** Says that records could not be read and are kept aside, and takes them out as they are. Nothing while there are none. */
export function AsideLine({ count, onSave }: AsideLineProps) {
  if (count === 0) return null;
  return (
    <div class="quiet-line" role="status">
      <p>{tCount('asideText', count)}</p>
      <Button look="quiet" onClick={onSave}>
        {t('asideSave')}
      </Button>
    </div>
  );
}
