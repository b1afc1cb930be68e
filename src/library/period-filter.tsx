import { useId } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Menu } from '#ui/menu.tsx';
import { t, tDate } from '#ui/text.ts';

interface Period {
  /** The first and the last day, `2026-01-05`. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

interface PeriodFilterProps extends Period {
  readonly onChange: (period: Period) => void;
}

/** What a period is called; null for all time. */
function periodWords({ from, until }: Period): string | null {
  if (from !== undefined && until !== undefined) return t('periodBetween', tDate(from), tDate(until));
  if (from !== undefined) return t('periodFrom', tDate(from));
  return until === undefined ? null : t('periodUntil', tDate(until));
}

/** Narrows a list to the articles of some days. */
export function PeriodFilter({ from, until, onChange }: PeriodFilterProps) {
  const id = useId();
  const words = periodWords({ from, until });
  const day = (value: string): string | undefined => (value === '' ? undefined : value);
  return (
    <div class={words === null ? 'filter' : 'filter filter-set'}>
      <Menu
        label={words ?? t('filterDates')}
        about={words === null ? undefined : t('filterSet', t('filterDates'), words)}
      >
        {(close) => (
          <div class="menu-group period">
            <label class="menu-title" for={`${id}-from`}>
              {t('filterFrom')}
            </label>
            <input
              id={`${id}-from`}
              type="date"
              class="input"
              max={until}
              value={from ?? ''}
              onChange={(event) => onChange({ from: day(event.currentTarget.value), until })}
            />
            <label class="menu-title" for={`${id}-until`}>
              {t('filterUntil')}
            </label>
            <input
              id={`${id}-until`}
              type="date"
              class="input"
              min={from}
              value={until ?? ''}
              onChange={(event) => onChange({ from, until: day(event.currentTarget.value) })}
            />
            {words !== null && (
              <Button
                look="quiet"
                icon="close"
                onClick={() => {
                  close();
                  onChange({});
                }}
              >
                {t('filterAny')}
              </Button>
            )}
          </div>
        )}
      </Menu>
    </div>
  );
}
