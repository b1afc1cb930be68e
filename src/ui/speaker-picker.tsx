import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { focusWhenPossible } from './focus-when-possible.ts';
import { t } from './text.ts';

/** Somebody who can be chosen. */
export interface Choice {
  readonly name: string;
  /** What tells this one from others: the role in the article, or what is kept; '' for nothing. */
  readonly about: string;
}

interface SpeakerPickerProps {
  readonly question: string;
  readonly people: readonly Choice[];
  /** Whoever it is now: not offered. */
  readonly current: string | null;
  /** Whether nobody may be chosen. */
  readonly withNobody?: boolean;
  /** The words for choosing what was typed. */
  readonly typedWords?: (typed: string) => string;
  /** Null: nobody who is named. */
  readonly onPick: (name: string | null) => void;
  readonly onCancel: () => void;
  readonly onType?: (typed: string) => void;
}

/** Without case and accents, so that what is typed need not have them. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

interface Offer {
  readonly key: string;
  readonly name: string | null;
  readonly words: string;
  readonly about: string;
}

/** People whose name or role holds what is typed, then what is typed itself, then nobody. */
function offersFor(typed: string, props: SpeakerPickerProps): readonly Offer[] {
  const { people, current, withNobody = current !== null, typedWords } = props;
  const wanted = folded(typed);
  const found = people.filter(
    ({ name, about }) => name !== current && folded(`${name} ${about}`).includes(wanted),
  );
  const starts = ({ name }: Choice): number => Number(!folded(name).startsWith(wanted));
  const offers: Offer[] = found
    .toSorted((a, b) => starts(a) - starts(b))
    .map(({ name, about }) => ({ key: `name ${name}`, name, words: name, about }));
  const isKnown = people.some(({ name }) => name === typed) || typed === current;
  if (typed !== '' && !isKnown)
    offers.push({
      key: 'typed',
      name: typed,
      words: typedWords?.(typed) ?? t('speakerTyped', typed),
      about: '',
    });
  if (withNobody && typed === '')
    offers.push({ key: 'nobody', name: null, words: t('speakerNobody'), about: '' });
  return offers;
}

/**
 * Who is it? One of the people of the article, a name typed, or nobody who is named. An editable combobox with a list below it
 * (ARIA Authoring Practices): what is typed narrows the list, the arrows go through it, Enter takes what is marked.
 */
export function SpeakerPicker(props: SpeakerPickerProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [name, setName] = useState('');
  const [at, setAt] = useState(0);
  // With the drawing: what is typed next is a name.
  useLayoutEffect(() => focusWhenPossible(field.current), []);

  const offers = offersFor(name.trim().replace(/\s+/gu, ' '), props);
  const marked = offers.length === 0 ? -1 : Math.min(at, offers.length - 1);
  useEffect(() => list.current?.children[marked]?.scrollIntoView?.({ block: 'nearest' }), [marked, name]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      props.onCancel();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      if (offers.length > 0) setAt((marked + step + offers.length) % offers.length);
    } else if (key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      // Ctrl and Enter keep the passage elsewhere; here a name is being chosen.
      event.stopPropagation();
      const offer = offers[marked];
      if (offer !== undefined) props.onPick(offer.name);
    }
  };

  return (
    <div class="picker" onKeyDown={onKeyDown}>
      <label class="field-label" for={id}>
        {props.question}
      </label>
      <input
        id={id}
        ref={field}
        type="text"
        class="input"
        dir="auto"
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={marked < 0 ? undefined : `${id}-${marked}`}
        autocomplete="off"
        spellcheck={false}
        value={name}
        placeholder={t('speakerPlaceholder')}
        onInput={(event) => {
          setName(event.currentTarget.value);
          setAt(0);
          props.onType?.(event.currentTarget.value.trim());
        }}
      />
      <ul class="picker-people" role="listbox" id={`${id}-list`} aria-label={props.question} ref={list}>
        {offers.map((offer, index) => (
          <li
            key={offer.key}
            id={`${id}-${index}`}
            class={offer.name === null ? 'picker-person picker-nobody' : 'picker-person'}
            role="option"
            aria-selected={index === marked}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onPick(offer.name)}
          >
            <span class="picker-name" dir="auto">
              {offer.words}
            </span>
            {offer.about !== '' && (
              <span class="picker-about" dir="auto">
                {offer.about}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div class="picker-foot">
        <Button look="quiet" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
