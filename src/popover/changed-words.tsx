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
        {wordDifference(exactOf(record), now).map(({ kind, text }, i) =>
          kind === 'same' ? text : kind === 'gone' ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins>,
        )}
      </blockquote>
    </section>
  );
}
