import { useEffect } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import type { MarksModel } from './marks-model.ts';

interface MarksRowProps {
  readonly marks: MarksModel;
  readonly tabId: number;
}

/** Hides the marks of this page's site or shows them again; having done so, the same can be had everywhere. */
export function MarksRow({ marks, tabId }: MarksRowProps) {
  useEffect(() => marks.read(tabId), [marks, tabId]);
  const state = marks.state.value;
  if (state === null) return null;
  const { shown, site } = state;
  const telling = marks.changed.value || !shown;
  return (
    <div class="marks-row">
      {telling && (
        <span class="quiet-line" role="status">
          {shown ? t('marksShown', site) : t('marksHidden', site)}
        </span>
      )}
      <Button look="quiet" icon={shown ? 'hide' : 'show'} onClick={() => marks.set(tabId, !shown, 'site')}>
        {shown ? t('hideMarks') : t('showMarks')}
      </Button>
      {marks.changed.value && (
        <Button look="quiet" onClick={() => marks.set(tabId, shown, 'everywhere')}>
          {shown ? t('showEverywhere') : t('hideEverywhere')}
        </Button>
      )}
    </div>
  );
}
