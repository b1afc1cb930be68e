import type { ComponentChildren } from 'preact';
import { t } from '#ui/text.ts';
import type { PickModel } from './use-picks.ts';

interface PickRowProps {
  readonly picks: PickModel;
  readonly index: number;
  readonly id: string;
  /** The passage's words, for those who hear which one it is. */
  readonly words: string;
  /** Whether it is the passage that the address names. */
  readonly lit?: boolean;
  readonly children: ComponentChildren;
}

/** So many characters of a passage tell which one it is. */
const few = 60;

/** A row with a box to select it; with Shift, all from the one before. */
export function PickRow({ picks, index, id, words, lit = false, children }: PickRowProps) {
  const picked = picks.has(id);
  return (
    <div class={`pick-row${picked ? ' picked' : ''}${lit ? ' lit' : ''}`} data-pick={id}>
      <label class="pick">
        <input
          type="checkbox"
          class="pick-box"
          checked={picked}
          aria-label={t('pickPassage', words.slice(0, few))}
          aria-keyshortcuts="x"
          onClick={(event) => picks.toggle(index, id, event.shiftKey)}
        />
      </label>
      {children}
    </div>
  );
}
