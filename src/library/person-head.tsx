import { useRef, useState } from 'preact/hooks';
import type { PersonFigures } from '#core/person-figures.ts';
import type { PersonCount } from '#core/person-count.ts';
import { Button } from '#ui/button.tsx';
import { currentLocale, t, tFacts } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { MergeForm } from './merge-form.tsx';
import { rolesGiven } from './person-facts.ts';
import type { PersonReady } from './person-model.ts';
import { countWords } from './person-words.ts';
import { RenameForm } from './rename-form.tsx';
import { SplitForm } from './split-form.tsx';

interface PersonHeadProps {
  readonly load: PersonReady;
  readonly figures: PersonFigures | null;
  /** Who may be the same one, to be offered first. */
  readonly namesakes: readonly PersonCount[];
  readonly deeds: Deeds;
  readonly onMore: () => void;
}

type Form = 'rename' | 'merge' | 'split';

/** Who it is, and what the reader can say of that: another name, the same as another, or two people. */
export function PersonHead({ load, figures, namesakes, deeds, onMore }: PersonHeadProps) {
  const { person, appearances } = load;
  const [open, setOpen] = useState<Form | null>(null);
  const openers = useRef(new Map<Form, HTMLButtonElement | null>());
  const close = (): void => {
    if (open !== null) openers.current.get(open)?.focus();
    setOpen(null);
  };
  const role = rolesGiven(appearances)[0]?.role ?? null;
  const about = [countWords(person), periodWords(figures)].filter((part) => part !== '');
  const opener = (form: Form, label: string) => (
    <Button
      look="quiet"
      expanded={open === form}
      onClick={() => setOpen(open === form ? null : form)}
      buttonRef={(element) => void openers.current.set(form, element)}
    >
      {label}
    </Button>
  );
  return (
    <header class="person-head">
      <h2 class="person-title">
        <bdi>{person.person.name}</bdi>
      </h2>
      {role !== null && (
        <p class="person-known-as">
          <bdi>{role}</bdi>
        </p>
      )}
      <p class="shelf-about">{tFacts(about)}</p>
      <div class="person-actions">
        {opener('rename', t('personRename'))}
        {opener('merge', t('personMerge'))}
        {person.articles > 1 && opener('split', t('personSplit'))}
      </div>
      {open === 'rename' && <RenameForm person={person.person} deeds={deeds} onClose={close} />}
      {open === 'merge' && (
        <MergeForm person={person.person} namesakes={namesakes} deeds={deeds} onClose={close} />
      )}
      {open === 'split' && (
        <SplitForm person={person} appearances={appearances} deeds={deeds} onMore={onMore} onClose={close} />
      )}
    </header>
  );
}

/** The months from the first to the last. */
function periodWords(figures: PersonFigures | null): string {
  const first = figures?.months[0]?.name;
  const last = figures?.months.at(-1)?.name;
  if (first === undefined || last === undefined) return '';
  const format = new Intl.DateTimeFormat(currentLocale(), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const [from, until] = [Date.parse(first), Date.parse(last)];
  return Number.isNaN(from) || Number.isNaN(until) ? '' : format.formatRange(from, until);
}
