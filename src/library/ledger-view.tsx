import { useState } from 'preact/hooks';
import { speakerName } from '#core/speaker-name.ts';
import { request } from '#messaging/client.ts';
import type { LedgerEntry } from '#core/ledger-entry.ts';
import { AskDialog } from '#ui/ask-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { t, tDate } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { PagedFeed } from './paged-feed.tsx';
import { siteOf } from './site-of.ts';
import { usePagedList } from './use-paged-list.ts';

/** Detected quotations of all that was read, as detected: apart from what the reader keeps. */
export function LedgerView({ deeds }: { readonly deeds: Deeds }) {
  const list = usePagedList('ledger', (offset, limit) => request('ledger.list', { offset, limit }));
  const [asked, setAsked] = useState(false);
  const total = list.total.value;
  const wipe = (): void => {
    setAsked(false);
    deeds.runLong({
      doing: t('doingPurge'),
      start: () => request('ledger.wipe', null),
      words: () => t('ledgerWiped'),
      changes: false,
    });
  };
  return (
    <>
      {total > 0 && (
        <div class="feed-head ledger-head">
          <p class="feed-count">{t('ledgerText')}</p>
          <div class="feed-tools">
            <Button look="quiet" icon="trash" onClick={() => setAsked(true)}>
              {t('ledgerWipe')}
            </Button>
          </div>
        </div>
      )}
      <PagedFeed
        list={list}
        label={t('ledgerTitle')}
        estimate={120}
        keyOf={({ id }) => id}
        row={(entry) => <LedgerRow entry={entry} />}
        empty={<Notice title={t('ledgerEmptyTitle')}>{t('ledgerEmptyText')}</Notice>}
      />
      {asked && (
        <AskDialog
          title={t('ledgerWipeTitle')}
          text={t('ledgerWipeText')}
          yes={t('ledgerWipe')}
          onYes={wipe}
          onNo={() => setAsked(false)}
        />
      )}
    </>
  );
}

function LedgerRow({ entry: { exact, quotation, source, title, seen } }: { readonly entry: LedgerEntry }) {
  const isLink = /^https?:/u.test(source);
  return (
    <div class="record ledger-row">
      <div class="ledger-speaker">
        <h3 dir="auto">{speakerName(quotation) ?? t('speakerUnknown')}</h3>
        {quotation.status !== 'detected' && <StatusBadge status={quotation.status} />}
      </div>
      <QuotedWords words={exact} language={null} />
      <p class="shelf-about">
        {isLink ? (
          <a href={source} target="_blank" rel="noopener noreferrer" dir="auto">
            {title === '' ? source : title}
          </a>
        ) : (
          <bdi>{title}</bdi>
        )}
        {` · ${siteOf(source)} · ${t('ledgerSeen', tDate(seen))}`}
      </p>
    </div>
  );
}
