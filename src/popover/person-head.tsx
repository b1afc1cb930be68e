import { useLayoutEffect, useRef } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { focusWhenPossible } from '#ui/focus-when-possible.ts';
import { namedWords } from '#ui/person-words.ts';
import { t, tCount, tList } from '#ui/text.ts';
import type { PersonView } from './person-model.ts';

/** Who a person is in the article: name, roles, what else he or she is called, how often. The name has the focus at first. */
export function PersonHead({ person }: { readonly person: PersonView['person'] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => focusWhenPossible(heading.current), []);
  return (
    <>
      <header class="person-head">
        <h2 class="person-name" dir="auto" ref={heading} tabIndex={-1}>
          {person.name}
        </h2>
        {person.roles.length > 0 && (
          <p class="person-roles" dir="auto">
            {tList(person.roles)}
          </p>
        )}
      </header>
      <div class="why">
        {person.aliases.length > 0 && (
          <p>{t('alsoCalled', tList(person.aliases.map((alias) => t('inQuotes', alias))))}</p>
        )}
        <p>{namedWords(person.mentions.length)}</p>
      </div>
    </>
  );
}

/** How much is kept of a person, as a link to his or her page in the library. */
export function KnownElsewhere({ known }: { readonly known: NonNullable<PersonView['known']> }) {
  return (
    <p>
      <a
        class="link"
        href={browser.runtime.getURL(
          `src/library/library.html#/person?id=${encodeURIComponent(known.person.id)}`,
        )}
        target="_blank"
        rel="noopener noreferrer"
      >
        {t('keptElsewhere', tCount('quotationCount', known.quotations), tCount('inArticles', known.articles))}
      </a>
    </p>
  );
}
