import { useEffect, useRef } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { namedWords, roleWords } from '#ui/person-words.ts';
import { t, tCount, tList } from '#ui/text.ts';

type PersonView = Extract<SubjectView, { type: 'person' }>;

/** The popover on a person: who it is here, and what he or she says here. */
export function PersonCard({ id, view }: { readonly id: string; readonly view: PersonView }) {
  const { person, sayings, article } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const reveal = (start: number): void => {
    void request('popover.reveal', { id, place: { type: 'quotation', start } }).catch(() => null);
  };

  return (
    <article class="card">
      <header class="person-head">
        <h2 class="person-name" dir="auto" ref={heading} tabIndex={-1}>
          {person.name}
        </h2>
        {person.roles.length > 0 && (
          <p class="person-roles" dir="auto">
            {roleWords(person.roles)}
          </p>
        )}
      </header>
      <div class="why">
        {person.aliases.length > 0 && (
          <p>{t('alsoCalled', tList(person.aliases.map((alias) => t('inQuotes', alias))))}</p>
        )}
        <p>{namedWords(person.mentions.length)}</p>
      </div>
      {sayings.length === 0 ? (
        <p class="quiet-line">{t('saysNothing')}</p>
      ) : (
        <section>
          <h3 class="section-title">{tCount('saysHere', sayings.length)}</h3>
          <ul class="rows">
            {sayings.map((saying) => (
              <li key={saying.start}>
                <button type="button" class="row" onClick={() => reveal(saying.start)}>
                  <span class="words words-row" lang={article.language ?? ''} dir="auto">
                    {saying.exact}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
