import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';

/** The site of a match pattern, as one would say it. */
export function siteName(origin: string | null): string {
  return origin?.replace(/^\w+:\/\//u, '').replace(/\/\*$/u, '') ?? '';
}

export interface AccessActions {
  readonly onRunOnce: (tabId: number) => void;
  /** Called straight in the click, as a permission must be asked for. */
  readonly onGrant: (origin: string, tabId: number) => void;
  /** Called straight in the click. */
  readonly onGrantEverywhere: (tabId: number) => void;
}

interface AccessNoticeProps extends AccessActions {
  readonly state: 'withheld' | 'not-enabled';
  readonly tabId: number;
  readonly origin: string | null;
}

/** We are not let in here, or not asked to be: what the reader can allow. */
export function AccessNotice(props: AccessNoticeProps) {
  const { state, tabId, origin, onRunOnce, onGrant, onGrantEverywhere } = props;
  const withheld = state === 'withheld';
  const actions = (
    <>
      <Button look="primary" onClick={() => onRunOnce(tabId)}>
        {t('runOnce')}
      </Button>
      {origin !== null && <Button onClick={() => onGrant(origin, tabId)}>{t('runAlways')}</Button>}
      {!withheld && (
        <Button look="quiet" onClick={() => onGrantEverywhere(tabId)}>
          {t('runEverywhere')}
        </Button>
      )}
    </>
  );
  const site = siteName(origin);
  return (
    <Notice title={withheld ? t('withheldTitle', site) : t('notEnabledTitle', site)} actions={actions}>
      {withheld ? t('withheldText') : t('notEnabledText')}
    </Notice>
  );
}
