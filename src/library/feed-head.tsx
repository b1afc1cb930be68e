import type { ComponentChildren } from 'preact';
import { Button } from '#ui/button.tsx';
import { t, tCount } from '#ui/text.ts';
import { BulkActions } from './bulk-actions.tsx';
import type { Deeds } from './deeds.ts';
import type { PickModel } from './use-picks.ts';

interface FeedHeadProps {
  readonly picks: PickModel;
  readonly deeds: Deeds;
  /** How many there are, in words. */
  readonly words: string;
  /** What stands at the end while nothing is selected. */
  readonly tools?: ComponentChildren;
}

/** The head of a list: how many it has and all of them at once; once some are selected, what to do with those. */
export function FeedHead({ picks, deeds, words, tools }: FeedHeadProps) {
  const { count, total, pickAll, clear } = picks;
  const some = count > 0;
  return (
    <div
      class={some ? 'feed-head feed-head-picked' : 'feed-head'}
      role={some ? 'group' : undefined}
      aria-label={some ? t('pickedLabel') : undefined}
    >
      <label class="pick">
        <input
          type="checkbox"
          class="pick-box"
          checked={count === total && some}
          indeterminate={some && count < total}
          aria-label={t('pickAll')}
          aria-keyshortcuts="Control+A"
          onChange={() => {
            if (some) clear();
            else pickAll();
          }}
        />
      </label>
      <p class="feed-count" role="status">
        {some ? tCount('pickedCount', count) : words}
      </p>
      {some ? (
        <>
          {count < total && (
            <Button look="quiet" onClick={pickAll}>
              {tCount('pickAllCount', total)}
            </Button>
          )}
          <BulkActions picks={picks} deeds={deeds} />
        </>
      ) : (
        tools
      )}
    </div>
  );
}
