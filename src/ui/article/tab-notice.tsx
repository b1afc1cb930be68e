import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';
import { type AccessActions, AccessNotice } from './access-notice.tsx';
import type { ArticleState } from './article-state.ts';

interface TabNoticeProps extends AccessActions {
  readonly state: Exclude<ArticleState, { state: 'article' }>;
  readonly onReload: (tabId: number) => void;
  readonly onRetry: () => void;
}

/** Why there is no article to show, and the one thing that helps. */
export function TabNotice({ state, onReload, onRetry, ...access }: TabNoticeProps) {
  switch (state.state) {
    case 'loading':
      return <div class="loading" aria-busy="true" />;
    case 'reading':
      return <Notice title={t('readingTitle')} />;
    case 'not-article':
      return <Notice title={t('notArticleTitle')}>{t('notArticleText')}</Notice>;
    case 'forbidden':
      return <Notice title={t('forbiddenTitle')}>{t('forbiddenText')}</Notice>;
    case 'unseen':
      return <Notice title={t('unseenTitle')}>{t('unseenText')}</Notice>;
    case 'failed':
      return <FailureNotice error={state.error} onRetry={onRetry} />;
    case 'silent':
      return <SilentNotice onReload={() => onReload(state.tabId)} />;
    default:
      return <AccessNotice {...state} {...access} />;
  }
}

function SilentNotice({ onReload }: { readonly onReload: () => void }) {
  const reload = (
    <Button look="primary" onClick={onReload}>
      {t('reload')}
    </Button>
  );
  return (
    <Notice title={t('silentTitle')} actions={reload}>
      {t('silentText')}
    </Notice>
  );
}
