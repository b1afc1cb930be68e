import { takeArticle, tell } from './foreign-passage.ts';
import type { Importer, ImportProblem } from './importer.ts';
import { gathered, partOf, type Gathered } from './json-reader.ts';
import { characters, plainWords } from './plain-words.ts';

/** In UTF-16 code units: no link of such a list comes near it. */
const LONGEST = 200_000;
const LINK = /<a\s([^<>]{1,20000})>([^<]{0,20000})<\/a\s*>/gi;

/** Pocket's older export (`ril_export.html`) and other lists of links that say when each was added: `<a href="…" time_added="…">`. */
export const pocketHtml: Importer = {
  id: 'pocket-html',
  label: 'importPocket',
  detects: (_name, head) =>
    /^\s*<(?:!doctype html|html|h1|ul|a)\b/i.test(head) && /\stime_added="/i.test(head),
  begin: (now) => {
    let held = '';
    let line = 1;
    let count = 0;
    let refused: ImportProblem | null = null;
    const read = (text: string, into: Gathered): void => {
      held += text;
      let done = 0;
      for (const match of held.matchAll(LINK)) {
        line += lineBreaks(held, done, match.index);
        takeLink(match[1] ?? '', match[2] ?? '', line, now, into);
        count++;
        done = match.index;
      }
      const lastOpen = held.lastIndexOf('<a');
      const rest = lastOpen === -1 ? held.length - 1 : Math.max(done, lastOpen);
      line += lineBreaks(held, done, rest);
      // What was taken is not met again: from the last link on only what is not whole is kept.
      const isWhole = LINK.test(held.slice(rest));
      LINK.lastIndex = 0;
      held = held.slice(isWhole ? rest + 2 : lastOpen === -1 ? -1 : rest);
      if (held.length > LONGEST) into.refused = { code: 'too-long', line, field: '', lost: 'record' };
    };
    const part = (text: string, isEnd: boolean): ReturnType<typeof partOf> => {
      const into = gathered();
      into.refused = refused;
      if (refused === null) read(text, into);
      if (isEnd && into.refused === null) {
        if (count === 0) into.refused = { code: 'not-this-format', line: 1, field: '', lost: 'record' };
        else if (/^<a\s/i.test(held)) into.refused = { code: 'cut-off', line, field: '', lost: 'record' };
      }
      ({ refused } = into);
      return partOf(into);
    };
    return { add: (text) => part(text, false), end: () => part('', true) };
  },
};

function takeLink(attributes: string, words: string, line: number, now: string, into: Gathered): void {
  const address = attribute(attributes, 'href');
  const title = characters(plainWords(words)).trim();
  const article = takeArticle(
    {
      format: 'pocket-html',
      line,
      address,
      addressField: 'href',
      title: title === address ? '' : title,
      created: attribute(attributes, 'time_added'),
      createdField: 'time_added',
    },
    now,
    into,
    true,
  );
  if (article !== null && attribute(attributes, 'tags').trim() !== '')
    tell(into, 'no-place', line, 'tags', 'field');
}

function attribute(attributes: string, name: string): string {
  const [, double, single] =
    new RegExp(`(?:^|\\s)${name}="([^"]*)"|(?:^|\\s)${name}='([^']*)'`, 'i').exec(attributes) ?? [];
  return characters(double ?? single ?? '');
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
