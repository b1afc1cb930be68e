import { useEffect, useState } from 'preact/hooks';
import {
  type ChosenStyle,
  chosenStyles,
  storedStyles,
  withStyleChanged,
  withStyleMoved,
} from '#core/mark-styles/chosen-styles.ts';
import { putMarkStyles } from '#messaging/reader-choices.ts';
import { Button } from '#ui/button.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { useMarkStyles } from '#ui/reader-choices.tsx';
import { t } from '#ui/text.ts';
import { Toast } from '#ui/toast.tsx';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { MarkStyleRow } from './mark-style-row.tsx';

function isSame(some: readonly ChosenStyle[], others: readonly ChosenStyle[]): boolean {
  return some.every(({ look, name, on }, index) => {
    const other = others[index];
    return other?.look === look && other.name === name && other.on === on;
  });
}

/** What each mark style means, which are offered, and in which order. */
export function MarkStylesSection() {
  const stored = useMarkStyles();
  // Ours until the store's answer has come round: the next change must not be made of what stood before.
  const [mine, setMine] = useState<readonly ChosenStyle[] | null>(null);
  const [before, setBefore] = useState<readonly ChosenStyle[] | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const styles = mine ?? stored;
  useEffect(() => {
    // Only what has come round: a letter may have been typed since this was drawn.
    if (mine !== null && isSame(mine, stored)) setMine((now) => (now === mine ? null : now));
  }, [mine, stored]);

  const put = (next: readonly ChosenStyle[], undoable: readonly ChosenStyle[] | null = null): void => {
    setMine(next);
    setTrouble(null);
    setBefore(undoable);
    putMarkStyles(next).catch((error: unknown) => {
      setMine(null);
      setBefore(null);
      setTrouble(error);
    });
  };

  return (
    <>
      <p class="sheet-text">{t('optionsStylesText')}</p>
      <ul class="style-list">
        {styles.map((style, index) => (
          <MarkStyleRow
            key={style.look.id}
            style={style}
            first={index === 0}
            last={index === styles.length - 1}
            onChange={(change) => put(withStyleChanged(styles, style.look.id, change))}
            onMove={(by) => put(withStyleMoved(styles, style.look.id, by))}
          />
        ))}
      </ul>
      {storedStyles(styles) !== null && (
        <div class="sheet-actions">
          <Button look="quiet" icon="undo" onClick={() => put(chosenStyles(null), styles)}>
            {t('styleReset')}
          </Button>
        </div>
      )}
      <Toast
        text={before === null ? null : t('styleResetDone')}
        onUndo={before === null ? undefined : () => put(before)}
      />
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
    </>
  );
}
