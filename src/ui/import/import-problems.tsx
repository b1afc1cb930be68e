import { Button } from '#ui/button.tsx';
import { download } from '#ui/download.ts';
import { t, tCount } from '#ui/text.ts';
import type { StagedFile } from './import-state.ts';
import { problemWords } from './problem-words.ts';

/** So many problems are shown; the file that can be saved has more. */
const SHOWN = 100;

interface Line {
  /** The file's name, when there are others. */
  readonly file: string | null;
  readonly words: string;
  readonly isRecord: boolean;
}

/** What cannot be carried over, row by row: entries that are left out first, then details of others. */
export function ImportProblems({ files }: { readonly files: readonly StagedFile[] }) {
  const lines = files.flatMap((file) => linesOf(file, files.length > 1));
  if (lines.length === 0) return null;
  const sum = (of: (file: StagedFile) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  const records = lines.filter(({ isRecord }) => isRecord);
  const lost = records.length + sum((file) => file.unlistedRecords);
  const details = lines.length + sum((file) => file.unlisted) - lost;
  const shown = [...records, ...lines.filter(({ isRecord }) => !isRecord)].slice(0, SHOWN);
  const save = (): void => {
    const text = lines.map(({ file, words }) => `${file === null ? '' : `${file}: `}${words}\n`).join('');
    const name = `${files[0]?.name ?? ''}.txt`;
    download({ name, blob: new Blob([text], { type: 'text/plain;charset=utf-8' }) });
  };
  const words = [
    ...(lost > 0 ? [tCount('importSkipped', lost)] : []),
    ...(details > 0 ? [tCount('importPartly', details)] : []),
  ];
  return (
    <details class="import-problems">
      <summary>{words.join(' · ')}</summary>
      <ul>
        {shown.map((line, index) => (
          <li key={index}>
            {line.file !== null && (
              <>
                <bdi>{line.file}</bdi>:{' '}
              </>
            )}
            {line.words}
          </li>
        ))}
        {lines.length > shown.length && <li>…</li>}
      </ul>
      <Button look="quiet" icon="export" onClick={save}>
        {t('importSaveList')}
      </Button>
    </details>
  );
}

/** The problems of a file, each with its name when there are others. */
function linesOf({ name, problems }: StagedFile, isNamed: boolean): readonly Line[] {
  return problems.map((problem) => ({
    file: isNamed ? name : null,
    words: problemWords(problem),
    isRecord: problem.lost === 'record',
  }));
}
