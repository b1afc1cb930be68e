import type { ImportCode, ImportProblem } from '#core/import/importer.ts';
import { t, tNumber, type MessageKey } from '#ui/text.ts';

const WORDS: Readonly<Record<ImportCode, MessageKey>> = {
  'not-a-string': 'importNotAllowed',
  'not-a-number': 'importNotAllowed',
  'not-an-object': 'importNotAllowed',
  'not-a-list': 'importNotAllowed',
  'not-allowed': 'importNotAllowed',
  'too-long': 'importTooLong',
  'too-deep': 'importTooLong',
  'not-json': 'importNotJson',
  'cut-off': 'importCutOff',
  'not-this-format': 'importNotKnown',
  'newer-version': 'importNewer',
  'no-address': 'importNoAddress',
  'no-words': 'importNoWords',
  'a-reply': 'importReply',
  'no-place': 'importNoPlace',
};

/** Where it is and what is wrong, in one sentence. */
export function problemWords({ code, line, field }: ImportProblem): string {
  const place = field === '' ? t('importLine', tNumber(line)) : t('importLineField', tNumber(line), field);
  return `${place}: ${t(WORDS[code])}`;
}

/** The same with the file's name, for one that is refused as a whole. */
export function refusedWords(name: string, problem: ImportProblem): string {
  return t('importRefused', name, problemWords(problem));
}
