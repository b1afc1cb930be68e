import type { ArticleRecord } from '#core/annotation.ts';
import { t, tCount, tDate } from '#ui/text.ts';
import type { ArticleGroup, PersonGroup } from './group-hits.ts';
import { RecordCard } from './record-card.tsx';

interface ShelfProps<Group> {
  readonly groups: readonly Group[];
  readonly onDelete: (id: string) => void;
}

/** What is kept, article by article. */
export function ArticleShelf({ groups, onDelete }: ShelfProps<ArticleGroup>) {
  return (
    <>
      {groups.map(({ article, hits }) => (
        <section key={article.source} class="shelf">
          <h2 class="sheet-title" dir="auto">
            {article.title}
          </h2>
          <p class="shelf-about">{aboutWords(article, hits.length)}</p>
          {hits.map((hit) => (
            <RecordCard
              key={hit.annotation.id}
              hit={hit}
              show="speaker"
              onDelete={() => onDelete(hit.annotation.id)}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/** What is kept, person by person. */
export function PersonShelf({ groups, onDelete }: ShelfProps<PersonGroup>) {
  return (
    <>
      {groups.map(({ speaker, hits }) => (
        <section key={speaker ?? ''} class="shelf">
          <h2 class="sheet-title" dir="auto">
            {speaker ?? t('noSpeaker')}
          </h2>
          <p class="shelf-about">{tCount('keptCount', hits.length)}</p>
          {hits.map((hit) => (
            <RecordCard
              key={hit.annotation.id}
              hit={hit}
              show="article"
              onDelete={() => onDelete(hit.annotation.id)}
            />
          ))}
        </section>
      ))}
    </>
  );
}

function aboutWords(article: ArticleRecord, count: number): string {
  const outlet = article.outlet ?? (URL.canParse(article.source) ? new URL(article.source).hostname : '');
  const date = tDate(article.published ?? article.firstSeen);
  return [outlet, date, tCount('keptCount', count)].filter((part) => part !== '').join(' · ');
}
