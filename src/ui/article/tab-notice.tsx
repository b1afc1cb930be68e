import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { type AccessActions, AccessNotice } from './access-notice.tsx';
import type { ArticleState } from './article-state.ts';

interface TabNoticeProps extends AccessActions {
  readonly state: Exclude<ArticleState, { state: 'article' }>;
  readonly onReload: (tabId: number) => void;
  readonly onRetry: () => void;
  readonly onSwitchOn: (tabId: number) => void;
  readonly onOpenAddress: (address: string) => void;
  readonly onOpenLibrary: () => void;
}

/** Why there is no article to show, and the one thing that helps. */
export function TabNotice(props: TabNoticeProps) {
  const { state, onReload, onRetry, onSwitchOn, onOpenAddress, onOpenLibrary, ...access } = props;
  switch (state.state) {
    case 'loading':
      return <div class="loading" aria-busy="true" />;
    case 'reading':
      return <Notice title={t('readingTitle')} />;
    case 'not-article':
      return <Notice title={t('notArticleTitle')}>{t('notArticleText')}</Notice>;
    case 'forbidden':
      return (
        <RefusalNotice
          page={state.page}
          viewed={state.viewed}
          onOpenAddress={onOpenAddress}
          onOpenLibrary={onOpenLibrary}
        />
      );
    case 'off':
      return <OffNotice onSwitchOn={() => onSwitchOn(state.tabId)} />;
    case 'unseen':
      return <Notice title={t('unseenTitle')}>{t('unseenText')}</Notice>;
    case 'failed':
      return <FailureNotice error={state.error} onRetry={onRetry} />;
    case 'silent':
      return <SilentNotice updated={state.updated} onReload={() => onReload(state.tabId)} />;
    default:
      return <AccessNotice {...state} {...access} />;
  }
}

function OffNotice({ onSwitchOn }: { readonly onSwitchOn: () => void }) {
  const action = (
    <Button look="primary" onClick={onSwitchOn}>
      {t('offSwitchOn')}
    </Button>
  );
  return (
    <Notice title={t('offTitle')} actions={action}>
      {t('offText')}
    </Notice>
  );
}

interface SilentNoticeProps {
  readonly updated: boolean;
  readonly onReload: () => void;
}

function SilentNotice({ updated, onReload }: SilentNoticeProps) {
  const reload = (
    <Button look="primary" onClick={onReload}>
      {t('reload')}
    </Button>
  );
  return (
    <Notice title={updated ? t('silentUpdatedTitle') : t('silentTitle')} actions={reload}>
      {t('silentText')}
    </Notice>
  );
}
