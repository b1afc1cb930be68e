import { useState } from 'preact/hooks';
import { t } from '#ui/text.ts';

interface KeyCaptureProps {
  /** What the key is for. */
  readonly what: string;
  /** The key as it is written, or null when there is none. */
  readonly shown: string | null;
  /** A key was pressed. Answers what stands against it, in words, or null when it was taken. */
  readonly onPress: (event: KeyboardEvent) => string | null;
}

/** A key that can be chosen anew: pressed, it waits for the next key. Escape and leaving it change nothing. */
export function KeyCapture({ what, shown, onPress }: KeyCaptureProps) {
  const [waiting, setWaiting] = useState(false);
  const [warning, setWarning] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!waiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key) || event.isComposing) return;
    if (event.key === 'Escape') {
      setWarning(null);
      return setWaiting(false);
    }
    const against = onPress(event);
    setWarning(against);
    if (against === null) setWaiting(false);
  };
  return (
    <span class="key-capture">
      {warning !== null && (
        <span class="key-warning" role="alert">
          {warning}
        </span>
      )}
      <button
        type="button"
        class={waiting ? 'button button-plain key-waiting' : 'button button-plain'}
        aria-label={waiting ? t('keyPress') : t('keyChange', what, shown ?? t('keyNone'))}
        onClick={() => setWaiting(true)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setWaiting(false);
          setWarning(null);
        }}
      >
        {waiting ? t('keyPress') : shown === null ? t('keyNone') : <kbd class="key">{shown}</kbd>}
      </button>
    </span>
  );
}
