import type { ImportCount, ImportPreview } from '#core/import-preview.ts';
import { Button } from '#ui/button.tsx';
import { download } from '#ui/download.ts';
import { errorCode, failureWords } from '#ui/failure-words.ts';
import { t, tCount, tNamed, tNumber } from '#ui/text.ts';
import type { ImportState, StagedFile } from './import-model.ts';
import { problemWords, refusedWords } from './problem-words.ts';

/** So many problems are shown; the file that can be saved has more. */
const SHOWN = 100;

/** How far an import is, what it would change, or what came of it: nothing that is left out goes unsaid. */
export function ImportOutcome({ state }: { readonly state: ImportState }) {
  return (
    <div class="export-outcome" role="status">
      {state.state === 'working' && <Working {...state} />}
      {state.state === 'refused' && <p class="trouble">{refusedWords(state.name, state.problem)}</p>}
      {state.state === 'failed' && <p class="trouble">{failureWords(errorCode(state.error))}</p>}
      {(state.state === 'ready' || state.state === 'empty') && (
        <p>
          <bdi>{state.file.name}</bdi> · {tNamed(state.file.label)}
        </p>
      )}
      {state.state === 'ready' && <Figures preview={state.preview} />}
      {state.state === 'empty' && <p>{t('importEmpty')}</p>}
      {(state.state === 'ready' || state.state === 'empty') && <Problems file={state.file} />}
      {state.state === 'done' && (
        <>
          <p>
            {state.isUndone ? t('importUndone') : state.change === null ? t('importNothing') : t('imported')}
          </p>
          {state.change !== null && !state.isUndone && <Figures preview={state.counted} />}
        </>
      )}
    </div>
  );
}

function Working({ doing, done, total }: Extract<ImportState, { state: 'working' }>) {
  const words = { read: t('importReading'), compare: t('importComparing'), bring: t('importBringing') }[
    doing
  ];
  const share = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <>
      <span>{words}</span>
      <progress class="work-progress" aria-label={words} max={100} value={share} />
    </>
  );
}

function Figures({ preview }: { readonly preview: ImportPreview }) {
  const rows: readonly (ImportCount & { readonly what: string })[] = [
    { what: t('restorePassages'), ...preview.annotations },
    { what: t('navArticles'), ...preview.articles },
    { what: t('navPeople'), ...preview.people },
  ];
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{t('importColumn')}</th>
          <th scope="col">{t('restoreAdded')}</th>
          <th scope="col">{t('importMerged')}</th>
          <th scope="col">{t('importKnown')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, added, changed, known }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{tNumber(added)}</td>
            <td>{tNumber(changed)}</td>
            <td>{tNumber(known)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Problems({ file }: { readonly file: StagedFile }) {
  const { problems, unlisted, name } = file;
  if (problems.length === 0) return null;
  const lost = problems.filter((problem) => problem.lost === 'record').length + unlisted;
  const save = (): void => {
    const lines = problems.map((problem) => problemWords(problem)).join('\n');
    download({ name: `${name}.txt`, blob: new Blob([`${lines}\n`], { type: 'text/plain;charset=utf-8' }) });
  };
  return (
    <details class="import-problems">
      <summary>{lost > 0 ? tCount('importSkipped', lost) : tCount('importPartly', problems.length)}</summary>
      <ul>
        {problems.slice(0, SHOWN).map((problem, index) => (
          <li key={index}>{problemWords(problem)}</li>
        ))}
      </ul>
      <Button look="quiet" icon="export" onClick={save}>
        {t('importSaveList')}
      </Button>
    </details>
  );
}
