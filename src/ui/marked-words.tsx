import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { matchSpans } from '#core/search/match-spans.ts';

/** What was searched for, for all that is shown below; an empty string where nothing was. */
export const SearchedWords = createContext('');

/** A text in which the words that were searched for are marked. */
export function MarkedWords({ text }: { readonly text: string }) {
  const query = useContext(SearchedWords);
  const spans = useMemo(() => (query === '' ? [] : matchSpans(text, query)), [text, query]);
  if (spans.length === 0) return <>{text}</>;
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark class="hit">{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
