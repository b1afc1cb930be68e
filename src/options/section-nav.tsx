import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '#ui/icon.tsx';
import { t } from '#ui/text.ts';
import type { Section } from './sections.tsx';
import { useCurrentSection } from './use-current-section.ts';

/**
 * The parts of the page as links, the one that is being read among them. Beside the page where there is room; else above it, folded up
 * under the name of that one.
 */
export function SectionNav({ sections }: { readonly sections: readonly Section[] }) {
  const { current, choose } = useCurrentSection(sections.map(({ id }) => id));
  const [open, setOpen] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!open) return undefined;
    const onElsewhere = ({ target }: Event): void => {
      if (target instanceof Node && nav.current?.contains(target) === false) setOpen(false);
    };
    addEventListener('pointerdown', onElsewhere);
    addEventListener('focusin', onElsewhere);
    return () => {
      removeEventListener('pointerdown', onElsewhere);
      removeEventListener('focusin', onElsewhere);
    };
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <nav class="section-nav" aria-label={t('optionsNav')} ref={nav} onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        class="section-nav-open"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <span>{sections.find(({ id }) => id === current)?.title()}</span>
        <Icon name={open ? 'up' : 'down'} />
      </button>
      <ul class={open ? 'section-links section-links-open' : 'section-links'} id={listId}>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              class="section-link"
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              onClick={() => {
                choose(id);
                setOpen(false);
              }}
            >
              {title()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
