import type { ComponentChild } from 'preact';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { isKept } from '#core/annotation-kept.ts';
import { byPosition, exactOf } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { decidedSummary } from '#core/decided-summary.ts';
import { onRevision, request } from '#messaging/client.ts';
import type { ArticlePage } from '#messaging/library-protocol.ts';
import { DecidedList } from '#ui/article/decided-list.tsx';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { VirtualList } from '#ui/list/virtual-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { VoicesPicture } from '#ui/picture/voices-picture.tsx';
import { t, tCount } from '#ui/text.ts';
import { acceptAgain } from './accept-again.ts';
import { ArticleHead } from './article-head.tsx';
import { createArticleModel } from './article-model.ts';
import type { Deeds } from './deeds.ts';
import { deletePicked } from './delete-picked.ts';
import { FeedHead } from './feed-head.tsx';
import { latestVersions } from './latest-versions.ts';
import { PickRow } from './pick-row.tsx';
import { RecordCard } from './record-card.tsx';
import { RefusedShelf } from './refused-shelf.tsx';
import { usePicks } from './use-picks.ts';
import { formatRoute } from './route.ts';

interface ArticleViewProps {
  readonly source: string;
  /** The id of the annotation that is wanted: it is scrolled to and lit. */
  readonly passage: string | undefined;
  readonly deeds: Deeds;
}

/** An article's page: who speaks and how much, what is kept in the order of the text, what has changed since, what is gone. */
export function ArticleView({ source, passage, deeds }: ArticleViewProps) {
  const model = useMemo(() => createArticleModel(source), [source]);
  useEffect(() => {
    const controller = new AbortController();
    model.refresh();
    onRevision(model.refresh, controller.signal);
    return () => controller.abort();
  }, [model]);
  const load = model.load.value;
  if (load.state === 'loading') return <div class="loading" aria-busy="true" />;
  if (load.state === 'failed') return <FailureNotice error={load.error} onRetry={model.refresh} />;
  const { article } = load.page;
  if (article === null) return <Notice title={t('articleGoneTitle')}>{t('articleGoneText')}</Notice>;
  return <ArticleBody article={article} page={load.page} passage={passage} deeds={deeds} />;
}

interface ArticleBodyProps {
  readonly article: ArticleRecord;
  readonly page: ArticlePage;
  readonly passage: string | undefined;
  readonly deeds: Deeds;
}

interface GoneTrayProps {
  readonly gone: readonly Annotation[];
  readonly passage: string | undefined;
  readonly card: (annotation: Annotation) => ComponentChild;
}

/** What the page no longer has. It lies below the list, which scrolls to what it has by itself. */
function GoneTray({ gone, passage, card }: GoneTrayProps) {
  const tray = useRef<HTMLElement>(null);
  useEffect(() => tray.current?.querySelector('.lit')?.scrollIntoView({ block: 'center' }), [passage]);
  return (
    <section class="tray" ref={tray}>
      <h2 class="section-title">{t('outcomeNotFound')}</h2>
      <p class="quiet-line">{t('notFoundText')}</p>
      {gone.map((annotation) => (
        <div key={annotation.id} class={annotation.id === passage ? 'lit' : undefined}>
          {card(annotation)}
        </div>
      ))}
    </section>
  );
}

function ArticleBody({ article, page, passage, deeds }: ArticleBodyProps) {
  const inOrder = useMemo(() => page.annotations.toSorted(byPosition), [page]);
  const speakers = useMemo(
    () => decidedSummary(page.speakers ?? [], page.annotations, page.decisions),
    [page],
  );
  const versions = useMemo(() => latestVersions(page.versions), [page]);
  const kept = inOrder.filter(isKept);
  // A person has a page when something that he or she says is kept; any other name would lead to an empty search.
  const hasKept = (name: string): boolean => kept.some(({ quotation }) => quotation?.speaker === name);
  const isGone = ({ id }: Annotation): boolean => versions.get(id)?.outcome === 'not-found';
  const standing = useMemo(() => kept.filter((annotation) => !isGone(annotation)), [inOrder, versions]);
  const at = useCallback((index: number) => standing[index] ?? null, [standing]);
  const gone = kept.filter(isGone);
  const refused = inOrder.filter((annotation) => !isKept(annotation));
  const picks = usePicks({
    key: article.source,
    total: standing.length,
    search: null,
    idsBetween: async (first, last) => standing.slice(first, last + 1).map(({ id }) => id),
    onDelete: (selection, count) => deletePicked(deeds, selection, count),
  });
  const card = (annotation: Annotation) => (
    <RecordCard
      hit={{ annotation, article }}
      show="speaker"
      version={versions.get(annotation.id)}
      onDelete={() => deeds.run(() => request('annotations.delete', { id: annotation.id }), t('deleted'))}
    />
  );
  return (
    <>
      <ArticleHead article={article} count={kept.length} />
      {speakers.length > 0 && (
        <VoicesPicture
          speakers={speakers}
          hrefOf={(name) =>
            hasKept(name) ? formatRoute({ view: 'speaker', name, source: article.source }) : null
          }
        />
      )}
      {kept.length === 0 && <Notice title={t('noKeptTitle')} />}
      {standing.length > 0 && (
        <FeedHead picks={picks} deeds={deeds} words={tCount('passageCount', standing.length)} />
      )}
      <VirtualList
        label={t('tabKept')}
        count={standing.length}
        estimate={170}
        wanted={passage}
        at={at}
        keyOf={({ id }) => id}
        row={(annotation, index) => (
          <PickRow
            picks={picks}
            index={index}
            id={annotation.id}
            words={exactOf(annotation)}
            lit={annotation.id === passage}
          >
            {card(annotation)}
          </PickRow>
        )}
      />
      {gone.length > 0 && <GoneTray gone={gone} passage={passage} card={card} />}
      <DecidedList
        decisions={page.decisions}
        onTakeBack={(decision) =>
          deeds.run(() => request('decisions.put', { decision, takeBack: true }), t('decisionTaken'))
        }
      />
      <RefusedShelf
        hits={refused.map((annotation) => ({ annotation, article }))}
        onAccept={(hit) => deeds.run(() => acceptAgain(hit), t('accepted'))}
      />
    </>
  );
}
