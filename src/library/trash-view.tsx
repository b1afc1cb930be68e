import { useState } from 'preact/hooks';
import { noteOf } from '#core/annotation-edit.ts';
import { exactOf } from '#core/annotation-passage.ts';
import type { Annotation } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import { request } from '#messaging/client.ts';
import { AskDialog } from '#ui/ask-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { t, tCount, tDate, tFacts } from '#ui/text.ts';
import { daysLeft } from './days-left.ts';
import type { Deeds } from './deeds.ts';
import { workPatience } from './long-work.ts';
import { PagedFeed } from './paged-feed.tsx';
import { siteOf } from './site-of.ts';
import { usePagedList } from './use-paged-list.ts';

interface Thrown {
  readonly annotation: Annotation;
  readonly deleted: string;
  /** The article's; '' when it is not known. */
  readonly title: string;
}

/** What was deleted, how long it stays, and the ways back and out. */
export function TrashView({ deeds }: { readonly deeds: Deeds }) {
  const list = usePagedList('trash', (offset, limit) => request('library.trash', { offset, limit }));
  const [asked, setAsked] = useState<readonly string[] | 'all' | null>(null);
  const total = list.total.value;
  const restore = (which: readonly string[] | 'all'): void =>
    deeds.runLong({
      doing: t('doingRestore'),
      start: () => request('library.restore', { ids: which }, workPatience),
      words: (count) => tCount('restoredCount', count),
      changes: true,
    });
  const purge = (which: readonly string[] | 'all'): void => {
    setAsked(null);
    deeds.runLong({
      doing: t('doingPurge'),
      start: (job) => request('library.purge', { ids: which, job }, workPatience),
      words: (count) => tCount('purgedCount', count),
      changes: false,
    });
  };
  return (
    <>
      {total > 0 && (
        <div class="feed-head">
          <p class="feed-count">{t('trashText')}</p>
          <div class="feed-tools">
            <Button look="quiet" icon="undo" onClick={() => restore('all')}>
              {t('restoreAll')}
            </Button>
            <Button look="quiet" icon="trash" onClick={() => setAsked('all')}>
              {t('purgeAll')}
            </Button>
          </div>
        </div>
      )}
      <PagedFeed
        list={list}
        label={t('navTrash')}
        estimate={150}
        keyOf={({ annotation }) => annotation.id}
        row={(thrown) => (
          <TrashRow
            thrown={thrown}
            onRestore={() => restore([thrown.annotation.id])}
            onPurge={() => setAsked([thrown.annotation.id])}
          />
        )}
        empty={<Notice title={t('trashEmptyTitle')}>{t('trashText')}</Notice>}
      />
      {asked !== null && (
        <AskDialog
          title={asked === 'all' ? tCount('purgeAllTitle', total) : t('purgeOneTitle')}
          text={t('purgeText')}
          yes={t('purge')}
          onYes={() => purge(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface TrashRowProps {
  readonly thrown: Thrown;
  readonly onRestore: () => void;
  readonly onPurge: () => void;
}

function TrashRow({ thrown: { annotation, deleted, title }, onRestore, onPurge }: TrashRowProps) {
  const { quotation } = annotation;
  const speaker = quotation === null ? t('ownPassage') : (speakerName(quotation) ?? t('speakerUnknown'));
  const left = daysLeft(deleted, Date.now());
  const note = noteOf(annotation);
  const about = [
    siteOf(annotation.target.source),
    t('trashDeleted', tDate(deleted)),
    left === 0 ? t('trashToday') : tCount('trashDaysLeft', left),
  ];
  return (
    <div class="record thrown">
      <h3 dir="auto">{speaker}</h3>
      <QuotedWords words={exactOf(annotation)} language={null} />
      {note !== '' && (
        <p class="row-note" dir="auto">
          {note}
        </p>
      )}
      {title !== '' && (
        <p class="record-article">
          <cite dir="auto">{title}</cite>
        </p>
      )}
      <p class="shelf-about">{tFacts(about)}</p>
      <div class="record-foot">
        <Button look="quiet" icon="undo" onClick={onRestore}>
          {t('restore')}
        </Button>
        <Button look="quiet" icon="trash" onClick={onPurge}>
          {t('purge')}
        </Button>
      </div>
    </div>
  );
}
