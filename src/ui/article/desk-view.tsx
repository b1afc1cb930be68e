import type { Ref } from 'preact';
import { Button, IconButton } from '#ui/button.tsx';
import { ExportButton } from '#ui/export/export-button.tsx';
import { errorCode, failureWords } from '#ui/failure-words.ts';
import { UndoToast } from '#ui/history/undo-toast.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { SearchResults } from '#ui/search-results.tsx';
import { t } from '#ui/text.ts';
import { ArticleView } from './article-view.tsx';
import type { DeskModel } from './desk-model.ts';
import { NewsLines } from './news-lines.tsx';
import { MarksRow } from './marks-row.tsx';
import { TabNotice } from './tab-notice.tsx';

interface DeskViewProps {
  readonly desk: DeskModel;
  /** Where the quotation begins that the reader's eye is on, where that is known. */
  readonly lit?: number | null;
  readonly fieldRef?: Ref<HTMLInputElement> | undefined;
}

/** The popup and the panel: a search over everything, this article, and the ways out. */
export function DeskView({ desk, lit = null, fieldRef }: DeskViewProps) {
  const { tab, search } = desk;
  const state = tab.state.value;
  const found = search.state.value;
  const trouble = desk.trouble.value;
  const revealed = desk.revealed.value;
  return (
    <>
      <header class="desk-head">
        <h1 class="heard">{t('extensionName')}</h1>
        <SearchField query={search.query.value} onInput={search.setQuery} fieldRef={fieldRef} />
        {desk.openPanel !== null && (
          <IconButton icon="panel" label={t('openPanel')} onClick={desk.openPanel} />
        )}
      </header>
      <main class="desk-main">
        <NewsLines news={desk.news} />
        {found.state !== 'off' ? (
          <SearchResults
            result={found}
            onOpen={desk.openHit}
            onAccept={desk.accept}
            onRetry={search.refresh}
          />
        ) : state.state === 'article' ? (
          <>
            <h2 class="desk-title" dir="auto">
              {state.article.title}
            </h2>
            <MarksRow marks={desk.marks} tabId={state.tabId} />
            <ArticleView
              key={state.article.source}
              article={state.article}
              lit={lit}
              onReveal={desk.reveal}
              onSeek={desk.seek}
              onAccept={desk.accept}
              onTakeBack={desk.takeBack}
            />
          </>
        ) : (
          <DeskNotice desk={desk} state={state} />
        )}
      </main>
      <p class="heard" role="status">
        {revealed !== null && (revealed ? t('placeShown') : t('placeGone'))}
      </p>
      {trouble !== null && (
        <p class="desk-trouble trouble" role="alert">
          {failureWords(errorCode(trouble))}
        </p>
      )}
      <UndoToast history={desk.history} />
      <DeskFoot desk={desk} />
    </>
  );
}

interface DeskNoticeProps {
  readonly desk: DeskModel;
  readonly state: Parameters<typeof TabNotice>[0]['state'];
}

/** Why there is no article to show, with what can be done about it. */
function DeskNotice({ desk, state }: DeskNoticeProps) {
  const { tab } = desk;
  return (
    <TabNotice
      state={state}
      onRunOnce={tab.start}
      onGrant={desk.grantAlways}
      onGrantEverywhere={desk.grantEverywhere}
      onReload={desk.reload}
      onRetry={tab.refresh}
      onSwitchOn={desk.switchOn}
      onOpenAddress={desk.openAddress}
      onOpenLibrary={() => desk.openPage('library')}
    />
  );
}

/** The ways out. */
function DeskFoot({ desk }: { readonly desk: DeskModel }) {
  return (
    <footer class="desk-foot">
      <Button look="quiet" icon="library" onClick={() => desk.openPage('library')}>
        {t('library')}
      </Button>
      <ExportButton scopes={desk.exportScopes()} />
      <Button look="quiet" icon="settings" onClick={() => desk.openPage('options')}>
        {t('options')}
      </Button>
    </footer>
  );
}
