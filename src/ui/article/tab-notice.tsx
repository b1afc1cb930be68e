import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';
import type { ArticleState } from './article-state.ts';

interface TabNoticeProps {
  readonly state: Exclude<ArticleState, { state: 'article' }>;
  readonly onRunOnce: (tabId: number) => void;
  /** Called straight in the click, as a permission must be asked for. */
  readonly onGrant: (origin: string, tabId: number) => void;
  readonly onGrantEverywhere: (tabId: number) => void;
  readonly onReload: (tabId: number) => void;
  readonly onRetry: () => void;
}

/** The site of a match pattern, as one would say it. */
export function siteName(origin: string | null): string {
  return origin?.replace(/^\w+:\/\//u, '').replace(/\/\*$/u, '') ?? '';
}

/** Why there is no article to show, and the one thing that helps. */
export function TabNotice({
  state,
  onRunOnce,
  onGrant,
  onGrantEverywhere,
  onReload,
  onRetry,
}: TabNoticeProps) {
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
    case 'silent': {
      const reload = (
        <Button look="primary" onClick={() => onReload(state.tabId)}>
          {t('reload')}
        </Button>
      );
      return (
        <Notice title={t('silentTitle')} actions={reload}>
          {t('silentText')}
        </Notice>
      );
    }
    case 'withheld':
    case 'not-enabled': {
      const { origin, tabId } = state;
      const once = (
        <Button look="primary" onClick={() => onRunOnce(tabId)}>
          {t('runOnce')}
        </Button>
      );
      const always = origin !== null && (
        <Button onClick={() => onGrant(origin, tabId)}>{t('runAlways')}</Button>
      );
      const everywhere = (
        <Button look="quiet" onClick={() => onGrantEverywhere(tabId)}>
          {t('runEverywhere')}
        </Button>
      );
      const withheld = state.state === 'withheld';
      return (
        <Notice
          title={withheld ? t('withheldTitle', siteName(origin)) : t('notEnabledTitle', siteName(origin))}
          actions={
            <>
              {once}
              {always}
              {!withheld && everywhere}
            </>
          }
        >
          {withheld ? t('withheldText') : t('notEnabledText')}
        </Notice>
      );
    }
  }
}
