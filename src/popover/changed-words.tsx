import type { Annotation } from '#core/annotation.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { DifferenceWords } from '#ui/difference-words.tsx';
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
      <DifferenceWords before={exactOf(record)} now={now} language={language} />
    </section>
  );
}
