import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PassageInText } from '#core/word-ends.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import type { QuotationModel } from './quotation-model.ts';

interface EndsSectionProps {
  readonly model: QuotationModel;
  readonly onDone: () => void;
}

/** Where the quotation begins and ends, word by word; its mark on the page follows. */
export function EndsSection({ model, onDone }: EndsSectionProps) {
  const root = useRef<HTMLElement>(null);
  const passage = model.shown.value;
  useLayoutEffect(
    () => root.current?.querySelector<HTMLElement>('[role=group]')?.focus({ preventScroll: true }),
    [],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const isEnter =
      event.key === 'Enter' && event.target instanceof HTMLElement && event.target.role === 'group';
    if (event.key !== 'Escape' && !isEnter) return;
    event.stopPropagation();
    event.preventDefault();
    onDone();
  };
  return (
    <section class="ends" aria-label={t('endsTitle')} ref={root} onKeyDown={onKeyDown}>
      <EndRow edge="start" passage={passage} onMove={(by) => model.moveEnd('start', by)} />
      <EndRow edge="end" passage={passage} onMove={(by) => model.moveEnd('end', by)} />
      <div class="ends-foot">
        <p class="quiet-line">{t('endsHint')}</p>
        <Button look="quiet" onClick={onDone}>
          {t('endsDone')}
        </Button>
      </div>
    </section>
  );
}

interface EndRowProps {
  readonly edge: 'start' | 'end';
  readonly passage: PassageInText;
  readonly onMove: (by: 1 | -1) => void;
}

/** So much of the words at an end is shown, in UTF-16 units. */
const shown = 26;

function EndRow({ edge, passage, onMove }: EndRowProps) {
  const { exact } = passage;
  const isStart = edge === 'start';
  const words = isStart ? exact.slice(0, shown) : exact.slice(-shown);
  const cut = exact.length > shown;
  const onKeyDown = (event: KeyboardEvent): void => {
    const element = event.currentTarget;
    if (!(element instanceof HTMLElement) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight'))
      return;
    event.preventDefault();
    // The arrows point where the words go, which is the other way round where they go from right to left.
    const isBackward = getComputedStyle(element.querySelector('bdi') ?? element).direction === 'rtl';
    onMove((event.key === 'ArrowRight') === isBackward ? -1 : 1);
  };
  return (
    <div
      class="end-row"
      role="group"
      tabIndex={0}
      aria-label={isStart ? t('endsStart') : t('endsEnd')}
      onKeyDown={onKeyDown}
    >
      <span class="field-label">{isStart ? t('endsStart') : t('endsEnd')}</span>
      <bdi class="words end-words" dir="auto" aria-live="polite">
        {cut && !isStart ? '…' : ''}
        {words.trim()}
        {cut && isStart ? '…' : ''}
      </bdi>
      <span class="end-buttons">
        <IconButton
          icon="back"
          label={isStart ? t('endsStartEarlier') : t('endsEndEarlier')}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon="place"
          label={isStart ? t('endsStartLater') : t('endsEndLater')}
          onClick={() => onMove(1)}
        />
      </span>
    </div>
  );
}
