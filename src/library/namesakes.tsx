import { request } from '#messaging/client.ts';
import type { PersonCount } from '#core/person-count.ts';
import { Button } from '#ui/button.tsx';
import { t, tCount, tFacts } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { countWords, exampleWords } from './person-words.ts';
import { formatRoute } from './route.ts';

interface NamesakesProps {
  readonly id: string;
  readonly namesakes: readonly PersonCount[];
  readonly deeds: Deeds;
}

/** So many are asked about at once. */
const SHOWN = 3;

/** Others of one name: asked about, never joined unasked. */
export function Namesakes({ id, namesakes, deeds }: NamesakesProps) {
  if (namesakes.length === 0) return null;
  const merge = (other: PersonCount): void => {
    const input = { into: id, from: [other.person.id], follow: false };
    deeds.run(() => request('people.merge', input), t('personMerged'));
  };
  const part = (other: PersonCount): void =>
    deeds.run(() => request('people.apart', { id, other: other.person.id }), t('personApart'));
  return (
    <section class="namesakes" aria-labelledby="namesakes-title">
      <h3 id="namesakes-title">{t('namesakesTitle')}</h3>
      <p class="shelf-about">{t('namesakesText')}</p>
      <ul class="rows">
        {namesakes.slice(0, SHOWN).map((one) => (
          <li key={one.person.id} class="namesake">
            <span class="person-choice-words">
              <a href={formatRoute({ view: 'person', id: one.person.id, filter: {} })}>
                <bdi>{one.person.name}</bdi>
              </a>
              <span class="shelf-about">{tFacts([exampleWords(one), countWords(one)])}</span>
            </span>
            <span class="namesake-answers">
              <Button
                label={t('namesakeSameLong', one.person.name, exampleWords(one))}
                onClick={() => merge(one)}
              >
                {t('namesakeSame')}
              </Button>
              <Button
                look="quiet"
                label={t('namesakeOtherLong', one.person.name, exampleWords(one))}
                onClick={() => part(one)}
              >
                {t('namesakeOther')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {namesakes.length > SHOWN && (
        <p class="shelf-about">{tCount('namesakesMore', namesakes.length - SHOWN)}</p>
      )}
    </section>
  );
}
