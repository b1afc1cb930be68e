import { Fragment } from 'preact';
import type { Annotation } from '#core/annotation.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { wordDifference } from '#core/word-difference.ts';
import { t } from '#ui/text.ts';

interface ChangedWordsProps {
  readonly record: Annotation;
  /** What stands on the page now. */
  readonly now: string;
  readonly language: string | null;
}

/** The article was edited since: the words as they were kept, with what is gone and what is new told apart. */
export function ChangedWords({ record, now, language }: ChangedWordsProps) {
  return (
    <section class="changed">
      <h2 class="changed-title">{t('changedTitle')}</h2>
      <blockquote class="words words-before" lang={language ?? ''} dir="auto">
        {wordDifference(exactOf(record), now).map(({ kind, text }, i) => {
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
    </section>
  );
}
