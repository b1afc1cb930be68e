import { Button } from '#ui/button.tsx';
import { t, tNumber } from '#ui/text.ts';
import type { LongWork } from './long-work.ts';

/** What takes long: how far it is, and a way to stop it. */
export function WorkLine({ work }: { readonly work: LongWork }) {
  const now = work.state.value;
  if (now === null) return null;
  const { doing, done, total, cancel } = now;
  return (
    <div class="work-line" role="status">
      <span>{doing}</span>
      <progress class="work-progress" aria-label={doing} max={Math.max(1, total)} value={done} />
      {total > 0 && <span class="work-count">{t('workCount', tNumber(done), tNumber(total))}</span>}
      <Button look="quiet" onClick={cancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
