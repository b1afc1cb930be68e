import { accept, object, offset, oneOf, type Parser, refuse, string } from '#core/guard.ts';
import type { Span } from '#core/text.ts';
import type { Intent, Place } from './protocol.ts';

/**
 * Guards for what a page of ours tells a content script. They stand apart from the others, which would each be in the content script:
 * a bundler cannot know that a parser that nobody uses does nothing.
 */
export const nothing: Parser<null> = (value) =>
  value === null || value === undefined ? accept(null) : refuse('not-allowed');

export const annotationId: Parser<string> = string(100);

/** A one-field input such as `{ id }`. */
export function only<K extends string, T>(key: K, parser: Parser<T>): Parser<{ readonly [P in K]: T }> {
  return object({ [key]: parser } as { [P in K]: Parser<T> });
}

/** Two ends in the page's text. */
export const ends: Parser<Span> = object<Span>({ start: offset, end: offset });

export const intent: Parser<Intent> = oneOf('show', 'keep', 'note', 'speaker');

export const marksWish: Parser<{ shown: boolean; scope: 'site' | 'everywhere' }> = object<{
  shown: boolean;
  scope: 'site' | 'everywhere';
}>({
  shown: (value) => (typeof value === 'boolean' ? accept(value) : refuse('not-allowed')),
  scope: oneOf('site', 'everywhere'),
});

/** One of several forms: the first that accepts; else what the last one refused. */
export function eitherOf<A, B>(first: Parser<A>, second: Parser<B>): Parser<A | B> {
  return (value) => {
    const parsed = first(value);
    return parsed.ok ? parsed : second(value);
  };
}

export const place: Parser<Place> = eitherOf(
  object<{ type: 'annotation' | 'possible'; id: string }>({
    type: oneOf('annotation', 'possible'),
    id: annotationId,
  }) as Parser<Extract<Place, { id: string }>>,
  object<{ type: 'quotation' | 'mention'; start: number }>({
    type: oneOf('quotation', 'mention'),
    start: offset,
  }) as Parser<Extract<Place, { start: number }>>,
);
