import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { speakerName } from '#core/speaker-name.ts';

/** What a search has found. */
export interface OmniboxHits {
  readonly people: readonly { readonly id: string; readonly name: string; readonly about: string }[];
  readonly passages: readonly { readonly annotation: Annotation; readonly article: ArticleRecord }[];
}

/** One line of the address bar, and the place in the library that it leads to. */
export interface Suggestion {
  /** What stands in the address bar when the line is chosen; no two are the same. */
  readonly content: string;
  readonly description: string;
  /** The fragment of the library's address. */
  readonly place: string;
}

/** So many UTF-16 units of a passage are shown. */
const wordsShown = 90;

/** Without what no line can show, and what XML 1.0 forbids: control characters, and halves of surrogate pairs. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim();
}

function shortened(text: string): string {
  const line = oneLine(text);
  if (line.length <= wordsShown) return line;
  // Half of a surrogate pair may be left over at the cut.
  return `${oneLine(line.slice(0, wordsShown))}…`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Words as a description may hold them: Chromium reads it as XML, Firefox shows it as it is. */
export function describing(text: string, isXml: boolean): string {
  const line = oneLine(text);
  return isXml ? line.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '') : line;
}

function fragment(view: string, parameters: Readonly<Record<string, string>>): string {
  return `#/${view}?${new URLSearchParams(parameters)}`;
}

/** Where Enter leads when no line was chosen. */
export function searchPlace(query: string): string {
  return fragment('search', { q: query });
}

/** Makes each content differ from those before. */
function distinct(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const used = new Set<string>();
  return suggestions.map((suggestion) => {
    let { content } = suggestion;
    for (let count = 2; used.has(content); count++) content = `${suggestion.content} (${count})`;
    used.add(content);
    return { ...suggestion, content };
  });
}

/** People first, then passages with who said them and where. */
export function suggestionsFor({ people, passages }: OmniboxHits, isXml: boolean): readonly Suggestion[] {
  const dim = (text: string): string => {
    const words = describing(text, isXml);
    if (words === '') return '';
    return isXml ? ` <dim>${words}</dim>` : ` · ${words}`;
  };
  const ofPeople = people.map(({ id, name, about }) => ({
    content: oneLine(name),
    description: describing(name, isXml) + dim(about),
    place: fragment('person', { id }),
  }));
  const ofPassages = passages.map(({ annotation, article }) => {
    const { quotation } = annotation;
    const said = quotation === null ? null : speakerName(quotation);
    const words = shortened(exactOf(annotation));
    const who = said === null ? '' : `${oneLine(said)}: `;
    return {
      content: who + words,
      description: describing(who + words, isXml) + dim(article.title),
      place: fragment('article', { source: article.source, passage: annotation.id }),
    };
  });
  return distinct([...ofPeople, ...ofPassages].filter(({ content }) => content !== ''));
}
