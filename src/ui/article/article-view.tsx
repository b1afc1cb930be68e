import { useMemo, useState } from 'preact/hooks';
import { isKept } from '#core/annotation-kept.ts';
import type { Annotation } from '#core/annotation.ts';
import type { Decision } from '#core/decision.ts';
import { Notice } from '#ui/notice.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { t } from '#ui/text.ts';
import type { ArticleOnPage } from './article-state.ts';
import { DecidedList } from './decided-list.tsx';
import { groupBySpeaker } from './group-by-speaker.ts';
import { listPeople } from './list-people.ts';
import { PeopleList } from './people-list.tsx';
import { QuotationList } from './quotation-list.tsx';
import { SavedList } from './saved-list.tsx';

/** A place on the page that a row leads to. */
export type PlaceOnPage =
  | { readonly type: 'annotation' | 'possible'; readonly id: string }
  | { readonly type: 'quotation' | 'mention'; readonly start: number };

interface ArticleViewProps {
  readonly article: ArticleOnPage;
  /** Where the quotation begins that the reader's eye is on, where that is known. */
  readonly lit?: number | null;
  readonly onReveal: (place: PlaceOnPage) => void;
  /** Leads to where a lost passage may have stood. Answers whether there is such a place. */
  readonly onSeek: (id: string) => Promise<boolean>;
  /** A passage that was refused is a quotation after all. */
  readonly onAccept: (record: Annotation) => void;
  /** What the reader has said of a name does not hold any more. */
  readonly onTakeBack: (decision: Decision) => void;
}

type Part = 'quotations' | 'people' | 'saved';

/** One article: who says what, who is named, and what the reader keeps. */
export function ArticleView({
  article,
  lit = null,
  onReveal,
  onSeek,
  onAccept,
  onTakeBack,
}: ArticleViewProps) {
  const [part, setPart] = useState<Part>('quotations');
  const groups = useMemo(() => groupBySpeaker(article), [article]);
  const { outcomes } = article;
  const people = useMemo(() => listPeople(article.people), [article]);
  const saved = useMemo(() => article.saved.filter(isKept), [article]);
  const quotations = groups.reduce((sum, group) => sum + group.rows.length, 0);

  return (
    <Tabs
      label={t('articleParts')}
      current={part}
      onChange={setPart}
      tabs={[
        { key: 'quotations', label: t('tabQuotations'), count: quotations },
        { key: 'people', label: t('tabPeople'), count: people.length },
        { key: 'saved', label: t('tabKept'), count: saved.length },
      ]}
    >
      {part === 'quotations' &&
        (quotations > 0 ? (
          <QuotationList
            article={article}
            groups={groups}
            lit={lit}
            onReveal={(start) => onReveal({ type: 'quotation', start })}
          />
        ) : (
          <Notice title={t('noQuotationsTitle')}>{t('noQuotationsText')}</Notice>
        ))}
      {part === 'people' &&
        (people.length > 0 ? (
          <PeopleList people={people} onReveal={(start) => onReveal({ type: 'mention', start })} />
        ) : (
          <Notice title={t('noPeopleTitle')} />
        ))}
      {part === 'people' && <DecidedList decisions={article.decisions ?? []} onTakeBack={onTakeBack} />}
      {part === 'saved' &&
        (saved.length > 0 ? (
          <SavedList
            saved={saved}
            title={article.title}
            outcomes={outcomes}
            onReveal={(id) => onReveal({ type: 'annotation', id })}
            onSeek={onSeek}
            onAccept={onAccept}
          />
        ) : (
          <Notice title={t('noKeptTitle')}>{t('noKeptText')}</Notice>
        ))}
    </Tabs>
  );
}
