import { errorCode, failureWords } from '#ui/failure-words.ts';
import { t, tCount, tNumber } from '#ui/text.ts';
import type { ExportState } from './export-model.ts';

interface ExportOutcomeProps {
  readonly state: ExportState;
  /** The format's name. */
  readonly format: string;
}

/** How far an export is, or what came of it: nothing that is missing from the file goes unsaid. */
export function ExportOutcome({ state, format }: ExportOutcomeProps) {
  return (
    <div class="export-outcome" role="status">
      {state.state === 'writing' && (
        <>
          <progress
            class="work-progress"
            aria-label={t('doingExport')}
            max={Math.max(1, state.total)}
            value={state.done}
          />
          {state.total > 0 && <span>{t('workCount', tNumber(state.done), tNumber(state.total))}</span>}
        </>
      )}
      {state.state === 'failed' && <p class="trouble">{failureWords(errorCode(state.error))}</p>}
      {state.state === 'done' && (
        <>
          <p>
            {state.to === 'clipboard'
              ? t('copied')
              : tCount('exportedCount', state.file.count - state.file.omitted)}
          </p>
          {state.file.skipped > 0 && (
            <p class="trouble skipped-line">{tCount('exportSkipped', state.file.skipped)}</p>
          )}
          {state.file.omitted > 0 && <p>{tCount('exportOmitted', state.file.omitted, format)}</p>}
          {state.file.left.articles > 0 && (
            <p>{tCount('exportLeftArticles', state.file.left.articles, format)}</p>
          )}
          {state.file.left.people > 0 && <p>{tCount('exportLeftPeople', state.file.left.people, format)}</p>}
        </>
      )}
    </div>
  );
}
