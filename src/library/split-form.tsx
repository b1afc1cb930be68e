import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import type { Appearance, PersonCount } from '#core/person-count.ts';
import { t, tCount, tDate, tFacts } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { MoreArticles } from './more-articles.tsx';
import { outletOf } from './outlet-of.ts';
import { articlesNaming } from './person-facts.ts';
import { PersonForm } from './person-form.tsx';

interface SplitFormProps {
  readonly person: PersonCount;
  readonly appearances: readonly Appearance[];
  readonly deeds: Deeds;
  readonly onMore: () => void;
  readonly onClose: () => void;
}

/** In which articles is it somebody else? */
export function SplitForm({ person, appearances, deeds, onMore, onClose }: SplitFormProps) {
  const id = useId();
  const choices = useRef<HTMLFieldSetElement>(null);
  const [sources, setSources] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  useEffect(() => choices.current?.querySelector('input')?.focus(), []);
  const articles = articlesNaming(appearances);
  const toggle = (source: string): void => {
    const next = new Set(sources);
    if (!next.delete(source)) next.add(source);
    setSources(next);
  };
  const isAll = sources.size === articles.length && appearances.length >= person.articles;
  const split = (): void => {
    const input = { id: person.person.id, sources: [...sources], name: name.trim() || null };
    deeds.run(() => request('people.split', input), t('personParted'));
  };
  return (
    <PersonForm
      title={t('personSplitTitle')}
      action={sources.size === 0 ? t('personSplit') : tCount('personSplitDo', sources.size)}
      disabled={sources.size === 0 || isAll}
      onSubmit={split}
      onClose={onClose}
    >
      <fieldset class="person-choices" ref={choices}>
        <legend class="heard">{t('personSplitTitle')}</legend>
        {articles.map((appearance) => (
          <label key={appearance.source} class="person-choice">
            <input
              type="checkbox"
              checked={sources.has(appearance.source)}
              onChange={() => toggle(appearance.source)}
            />
            <ArticleWords appearance={appearance} />
          </label>
        ))}
      </fieldset>
      <MoreArticles seen={appearances.length} all={person.articles} onMore={onMore} />
      <div class="field">
        <label class="field-label" for={id}>
          {t('personSplitName')}
        </label>
        <input
          id={id}
          type="text"
          class="input"
          dir="auto"
          autocomplete="off"
          value={name}
          placeholder={articles.find(({ source }) => sources.has(source))?.name ?? person.person.name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <div role="status">{isAll && <p class="shelf-about">{t('personSplitText')}</p>}</div>
    </PersonForm>
  );
}

function ArticleWords({ appearance: { article, source, name } }: { readonly appearance: Appearance }) {
  const about =
    article === null ? [name] : [name, outletOf(article), tDate(article.published ?? article.firstSeen)];
  return (
    <span class="person-choice-words">
      <bdi>{article?.title ?? source}</bdi>
      <span class="shelf-about">{tFacts(about)}</span>
    </span>
  );
}
