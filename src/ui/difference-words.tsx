import { Fragment } from 'preact';
import { wordDifference } from '#core/word-difference.ts';

interface DifferenceWordsProps {
  readonly before: string;
  readonly now: string;
  readonly language: string | null;
}

/** Words as they were, with what is gone since and what is new told apart. */
export function DifferenceWords({ before, now, language }: DifferenceWordsProps) {
  return (
    <blockquote class="words words-before" lang={language ?? ''} dir="auto">
      {wordDifference(before, now).map(({ kind, text }, i) => {
        const words = text.trimEnd();
        const space = text.slice(words.length);
        // The space behind a change is not struck out or underlined.
        return (
          <Fragment key={i}>
            {kind === 'same' ? words : kind === 'gone' ? <del>{words}</del> : <ins>{words}</ins>}
            {space}
          </Fragment>
        );
      })}
    </blockquote>
  );
}
