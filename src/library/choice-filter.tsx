import { useEffect, useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Menu } from '#ui/menu.tsx';
import { t, tNumber } from '#ui/text.ts';

export interface Choice {
  readonly key: string;
  readonly words: string;
  /** How many there are of it; null where that is not known. */
  readonly count: number | null;
}

interface ChoiceFilterProps {
  readonly label: string;
  /** What is chosen now, in words; null while nothing narrows. */
  readonly chosen: string | null;
  /** What can be chosen, for what was typed so far. */
  readonly choices: (typed: string) => Promise<readonly Choice[]>;
  /** Whether there are so many that one types to find one. */
  readonly isLong: boolean;
  /** Called with null when it is to narrow no more. */
  readonly onChoose: (key: string | null) => void;
}

/** One thing by which a list can be narrowed: a quiet button that says what is chosen and unfolds into the choices. */
export function ChoiceFilter({ label, chosen, choices, isLong, onChoose }: ChoiceFilterProps) {
  return (
    <div class={chosen === null ? 'filter' : 'filter filter-set'}>
      <Menu
        label={<bdi>{chosen ?? label}</bdi>}
        about={chosen === null ? undefined : t('filterSet', label, chosen)}
      >
        {(close) => (
          <ChoiceList
            label={label}
            chosen={chosen}
            choices={choices}
            isLong={isLong}
            onChoose={(key) => {
              close();
              onChoose(key);
            }}
          />
        )}
      </Menu>
    </div>
  );
}

function ChoiceList({ label, chosen, choices, isLong, onChoose }: ChoiceFilterProps) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Choice[] | null>(null);
  useEffect(() => {
    let isLate = false;
    choices(typed).then(
      (next) => {
        if (!isLate) setFound(next);
      },
      () => setFound([]),
    );
    return () => {
      isLate = true;
    };
  }, [typed]);
  return (
    <div class="menu-group choices">
      {isLong && (
        <input
          type="text"
          class="input"
          dir="auto"
          aria-label={label}
          placeholder={label}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {chosen !== null && (
        <Button look="quiet" icon="close" onClick={() => onChoose(null)}>
          {t('filterAny')}
        </Button>
      )}
      {found?.length === 0 && <p class="quiet-line">{t('filterNone')}</p>}
      <ul class="choice-list" aria-label={label}>
        {found?.map(({ key, words, count }) => (
          <li key={key}>
            <button
              type="button"
              class="choice"
              aria-current={words === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
            >
              <bdi>{words}</bdi>
              {count !== null && <span class="choice-count">{tNumber(count)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
