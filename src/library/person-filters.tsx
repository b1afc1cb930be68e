import { useId, useState } from 'preact/hooks';
import { outletTerm, tagTerm, type SearchFilter } from '#core/search/search-filter.ts';
import type { PersonFigures } from '#core/person-figures.ts';
import { Segments } from '#ui/segments.tsx';
import { currentLocale, t } from '#ui/text.ts';
import { ChoiceField } from './choice-field.tsx';
import { formatRoute, type Route } from './route.ts';
import { periodOf, yearsOf } from './person-period.ts';
import { goTo } from './use-route.ts';

type PersonRoute = Extract<Route, { view: 'person' }>;

interface PersonFiltersProps {
  readonly route: PersonRoute;
  readonly figures: PersonFigures | null;
}

/** By outlet, tag and period, the newest or the oldest first. What is chosen stands in the address. */
export function PersonFilters({ route, figures }: PersonFiltersProps) {
  const { id, filter } = route;
  const number = new Intl.NumberFormat(currentLocale());
  const show = (next: PersonRoute): void => goTo(next, 'replace');
  const change = (next: Readonly<Record<string, unknown>>): void => {
    const entries = Object.entries({ ...filter, ...next }).filter(([, value]) => value !== undefined);
    show({ ...route, filter: Object.fromEntries(entries) });
  };
  const counted = (name: string, label: string, count: number) => ({
    key: name,
    label: t('personChoice', label, number.format(count)),
  });
  const tag = filter.tags?.[0];
  const { view: _view, id: _id, order, ...rest } = route;
  const isNarrowed = Object.keys(rest.filter).length > 0;
  return (
    <div class="person-filters">
      <ChoiceField
        label={t('filterOutlet')}
        all={t('personAllOutlets')}
        current={filter.outlet === undefined ? '' : outletTerm(filter.outlet).slice(2)}
        choices={(figures?.outlets ?? []).map(({ name, label, count }) => counted(name, label, count))}
        onChange={(outlet) => change({ outlet: outlet === '' ? undefined : outlet })}
      />
      {((figures?.tags.length ?? 0) > 0 || tag !== undefined) && (
        <ChoiceField
          label={t('personTag')}
          all={t('personAllTags')}
          current={tag === undefined ? '' : tagTerm(tag).slice(2)}
          choices={(figures?.tags ?? []).map(({ name, label, count }) => counted(name, label, count))}
          onChange={(next) => change({ tags: next === '' ? undefined : [next] })}
        />
      )}
      <PeriodField
        key={id}
        filter={filter}
        years={yearsOf(figures?.months ?? []).map(({ name, count }) => counted(name, name, count))}
        onChange={change}
      />
      <div class="person-order">
        <Segments
          label={t('quotationOrder')}
          choices={[
            { key: 'latest', label: t('orderLatest') },
            { key: 'earliest', label: t('orderEarliest') },
          ]}
          current={order === 'oldest' ? 'earliest' : 'latest'}
          onChange={(next) =>
            show({ view: 'person', id, filter, ...(next === 'earliest' ? { order: 'oldest' } : {}) })
          }
        />
        {isNarrowed && <a href={formatRoute({ view: 'person', id, filter: {} })}>{t('personShowAll')}</a>}
      </div>
    </div>
  );
}

interface PeriodFieldProps {
  readonly filter: SearchFilter;
  readonly years: readonly { readonly key: string; readonly label: string }[];
  readonly onChange: (next: {
    readonly from: string | undefined;
    readonly until: string | undefined;
  }) => void;
}

/** A year, or from one day to another. */
function PeriodField({ filter: { from, until }, years, onChange }: PeriodFieldProps) {
  const ids = [useId(), useId()];
  const [choosing, setChoosing] = useState(false);
  const period = periodOf(from, until);
  const isDays = choosing || period === 'days';
  const day = (value: string): string | undefined => (value === '' ? undefined : value);
  return (
    <>
      <ChoiceField
        label={t('personPeriod')}
        all={t('personAnyTime')}
        current={isDays ? 'days' : period}
        choices={[...years, { key: 'days', label: t('personDays') }]}
        onChange={(next) => {
          setChoosing(next === 'days');
          if (next === '') onChange({ from: undefined, until: undefined });
          else if (next !== 'days') onChange({ from: `${next}-01-01`, until: `${next}-12-31` });
        }}
      />
      {isDays && (
        <div class="person-days">
          <label class="field-label" for={ids[0]}>
            {t('personFrom')}
          </label>
          <input
            id={ids[0]}
            type="date"
            class="input"
            value={from ?? ''}
            max={until ?? ''}
            onChange={(event) => onChange({ from: day(event.currentTarget.value), until })}
          />
          <label class="field-label" for={ids[1]}>
            {t('personUntil')}
          </label>
          <input
            id={ids[1]}
            type="date"
            class="input"
            value={until ?? ''}
            min={from ?? ''}
            onChange={(event) => onChange({ from, until: day(event.currentTarget.value) })}
          />
        </div>
      )}
    </>
  );
}
