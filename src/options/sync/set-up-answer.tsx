import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { ProblemNotice } from './problem-notice.tsx';
import type { SetUp } from './use-set-up.ts';

interface SetUpAnswerProps {
  readonly setUp: SetUp;
  /** Whether it is the place of what *Start syncing* has brought, or that of the test. */
  readonly ofStart: boolean;
}

/** What came of the last try. It is there from the start, so that what comes is spoken. */
export function SetUpAnswer({ setUp, ofStart }: SetUpAnswerProps) {
  const { tried, doing } = setUp;
  return (
    <div role="status" class="sync-answer">
      {doing !== null && (doing === 'start') === ofStart ? (
        <p class="quiet-words">{ofStart ? t('syncStarting') : t('syncTesting')}</p>
      ) : tried === null ? null : tried.problem === null ? (
        !ofStart && <p class="save-done">{tried.holds === 'notebook' ? t('syncHolds') : t('syncEmpty')}</p>
      ) : (
        (tried.by === 'start') === ofStart && (
          <ProblemNotice
            problem={tried.problem}
            database={tried.access.database}
            actions={
              tried.problem === 'no-database' ? (
                <Button onClick={setUp.make}>{t('syncMake')}</Button>
              ) : tried.problem === 'no-access' || tried.problem === 'denied' ? (
                <Button onClick={setUp.test}>{t('syncAllow')}</Button>
              ) : undefined
            }
          />
        )
      )}
    </div>
  );
}
