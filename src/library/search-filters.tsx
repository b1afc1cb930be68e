import { useEffect, useState } from 'preact/hooks';
import type { SearchFilter } from '#core/search/search-filter.ts';
import { request } from '#messaging/client.ts';
import { Button } from '#ui/button.tsx';
import { statusWords } from '#ui/sureness.ts';
import { t } from '#ui/text.ts';
import { ChoiceFilter } from './choice-filter.tsx';
import {
  kindChoices,
  kinds,
  kindWords,
  noteChoices,
  noteWords,
  outletChoices,
  personChoices,
  statusChoices,
  statuses,
  tagChoices,
} from './filter-choices.ts';
import { PeriodFilter } from './period-filter.tsx';
import { withFilter } from './with-filter.ts';

interface SearchFiltersProps {
  readonly filter: SearchFilter;
  readonly onChange: (filter: SearchFilter) => void;
}

/** Changes a part of the filter; what is undefined in it narrows no more. */
type Change = (part: Parameters<typeof withFilter>[1]) => void;

/** The name of a person; the id's last part until it is known. */
function usePersonName(id: string | undefined): string | null {
  const [known, setKnown] = useState<{ readonly id: string; readonly name: string } | null>(null);
  useEffect(() => {
    if (id === undefined) return;
    request('people.get', { id, offset: 0, limit: 1 }).then(
      (found) => setKnown({ id, name: found?.person.person.name ?? t('speakerUnknown') }),
      () => setKnown({ id, name: t('speakerUnknown') }),
    );
  }, [id]);
  if (id === undefined) return null;
  return known?.id === id ? known.name : '…';
}

/** By what a search is narrowed: a quiet row, each part saying what it is set to. */
export function SearchFilters({ filter, onChange }: SearchFiltersProps) {
  const { person, outlet, source, tags, from, until } = filter;
  const personName = usePersonName(person);
  const change: Change = (part) => onChange(withFilter(filter, part));
  const isSet = Object.keys(filter).length > 0;
  return (
    <div class="filters menu-below" role="group" aria-label={t('filtersLabel')}>
      <ChoiceFilter
        label={t('speaker')}
        chosen={personName}
        choices={personChoices}
        isLong
        onChoose={(key) => change({ person: key ?? undefined })}
      />
      <ChoiceFilter
        label={t('filterOutlet')}
        chosen={outlet ?? null}
        choices={outletChoices}
        isLong
        onChoose={(key) => change({ outlet: key ?? undefined })}
      />
      <PeriodFilter
        from={from}
        until={until}
        onChange={(period) => change({ from: undefined, until: undefined, ...period })}
      />
      <TagFilter
        tags={tags ?? []}
        onChange={(next) => change({ tags: next.length > 0 ? next : undefined })}
      />
      <SortFilters filter={filter} change={change} />
      {source !== undefined && (
        <div class="filter filter-set">
          <Button look="quiet" icon="close" onClick={() => change({ source: undefined })}>
            {t('filterSource')}
          </Button>
        </div>
      )}
      {isSet && (
        <Button look="quiet" onClick={() => onChange({})}>
          {t('filtersClear')}
        </Button>
      )}
    </div>
  );
}

/** By what sort of passage it is: its kind, whose word it is, and whether there is a note. */
function SortFilters({ filter, change }: { readonly filter: SearchFilter; readonly change: Change }) {
  const { kind, status, hasNote } = filter;
  return (
    <>
      <ChoiceFilter
        label={t('filterKind')}
        chosen={kind === undefined ? null : kindWords(kind)}
        choices={kindChoices}
        isLong={false}
        onChoose={(key) => change({ kind: kinds.find((name) => name === key) })}
      />
      <ChoiceFilter
        label={t('filterStatus')}
        chosen={status === undefined ? null : statusWords(status)}
        choices={statusChoices}
        isLong={false}
        onChoose={(key) => change({ status: statuses.find((name) => name === key) })}
      />
      <ChoiceFilter
        label={t('noteLabel')}
        chosen={hasNote === undefined ? null : noteWords(hasNote)}
        choices={noteChoices}
        isLong={false}
        onChoose={(key) => change({ hasNote: key === null ? undefined : key === 'yes' })}
      />
    </>
  );
}

/** Tags add up: each that is set is a filter of its own, and one more can be chosen. */
function TagFilter({
  tags,
  onChange,
}: {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}) {
  return (
    <>
      {tags.map((tag) => (
        <ChoiceFilter
          key={tag}
          label={t('tagsLabel')}
          chosen={`#${tag}`}
          choices={tagChoices}
          isLong
          onChoose={(key) =>
            onChange([...new Set(tags.flatMap((other) => (other === tag ? (key ?? []) : other)))])
          }
        />
      ))}
      <ChoiceFilter
        label={tags.length === 0 ? t('filterTag') : t('filterAnotherTag')}
        chosen={null}
        choices={tagChoices}
        isLong
        onChoose={(key) => onChange([...new Set([...tags, ...(key === null ? [] : [key])])])}
      />
    </>
  );
}
