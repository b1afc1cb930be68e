import { failureWords, errorCode } from '#ui/failure-words.ts';
import { t, tNamed } from '#ui/text.ts';
import { ImportFigures } from './import-figures.tsx';
import { ImportProblems } from './import-problems.tsx';
import type { ImportState, StagedFile } from './import-state.ts';
import { refusedWords } from './problem-words.ts';

type Working = Extract<ImportState, { state: 'working' }>;

/** How far an import is, what it would change, or what came of it: nothing that is left out goes unsaid. */
export function ImportOutcome({ state }: { readonly state: ImportState }) {
  const isTold = state.state === 'ready' || state.state === 'empty' || state.state === 'done';
  return (
    <div class="import-outcome" role="status">
      {state.state === 'working' && <WorkingLine {...state} />}
      {state.state === 'refused' && <p class="trouble">{refusedWords(state.name, state.problem)}</p>}
      {state.state === 'failed' && <p class="trouble">{failureWords(errorCode(state.error))}</p>}
      {state.state === 'ready' && state.isAgain && <p class="trouble">{t('importBroken')}</p>}
      {state.state === 'done' && <p>{doneWords(state)}</p>}
      {state.state === 'empty' && <p>{t('importEmpty')}</p>}
      {isTold && <FileNames files={state.files} />}
      {state.state === 'ready' && <ImportFigures preview={state.preview} />}
      {state.state === 'done' && state.change !== null && !state.isUndone && (
        <ImportFigures preview={state.counted} />
      )}
      {isTold && <ImportProblems files={state.files} />}
    </div>
  );
}

function doneWords({ change, isUndone }: Extract<ImportState, { state: 'done' }>): string {
  if (isUndone) return t('importUndone');
  return change === null ? t('importNothing') : t('imported');
}

function workingWords(doing: Working['doing']): string {
  switch (doing) {
    case 'read':
      return t('importReading');
    case 'compare':
      return t('importComparing');
    case 'bring':
      return t('importBringing');
    case 'undo':
      return t('importUndoing');
  }
}

function WorkingLine({ doing, done, total }: Working) {
  const words = workingWords(doing);
  return (
    <>
      <span>{words}</span>
      {total === 0 ? (
        <progress class="import-progress" aria-label={words} />
      ) : (
        <progress
          class="import-progress"
          aria-label={words}
          max={100}
          value={Math.round((100 * done) / total)}
        />
      )}
    </>
  );
}

function FileNames({ files }: { readonly files: readonly StagedFile[] }) {
  return (
    <ul class="import-files">
      {files.map(({ name, label }, index) => (
        <li key={index}>
          <bdi>{name}</bdi> <span class="import-format">{tNamed(label)}</span>
        </li>
      ))}
    </ul>
  );
}
