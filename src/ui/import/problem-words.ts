import type { ImportCode, ImportProblem } from '#core/import/importer.ts';
import { t, tNumber } from '#ui/text.ts';

function codeWords(code: ImportCode): string {
  switch (code) {
    case 'too-long':
    case 'too-deep':
      return t('importTooLong');
    case 'not-json':
      return t('importNotJson');
    case 'cut-off':
      return t('importCutOff');
    case 'not-a-row':
      return t('importNotARow');
    case 'not-a-time':
      return t('importNotATime');
    case 'damaged-characters':
      return t('importDamaged');
    case 'unreadable':
      return t('importUnreadable');
    case 'not-this-format':
      return t('importNotKnown');
    case 'a-markdown-file':
      return t('importMarkdown');
    case 'damaged-archive':
      return t('importArchive');
    case 'newer-version':
      return t('importNewer');
    case 'no-address':
      return t('importNoAddress');
    case 'no-words':
      return t('importNoWords');
    case 'a-reply':
      return t('importReply');
    case 'no-place':
      return t('importNoPlace');
    default:
      return t('importNotAllowed');
  }
}

/** Where it is and what is wrong, in one sentence. */
export function problemWords({ code, entry, line, field }: ImportProblem): string {
  const places = [
    ...(entry === undefined ? [] : [entry]),
    // What is wrong with the file itself stands on no line.
    ...(line === 0 ? [] : [lineWords(line, field)]),
  ];
  return [...places, codeWords(code)].join(': ');
}

function lineWords(line: number, field: string): string {
  return field === '' ? t('importLine', tNumber(line)) : t('importLineField', tNumber(line), field);
}

/** The same with the file's name, for one that is refused as a whole. */
export function refusedWords(name: string, problem: ImportProblem): string {
  return t('importRefused', name, problemWords(problem));
}
