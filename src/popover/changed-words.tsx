import type { Annotation } from '#core/annotation.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { t } from '#ui/text.ts';

interface ChangedWordsProps {
  readonly record: Annotation;
  readonly language: string | null;
}

/** The article was edited since: the words as they were kept, under the words of the page. */
export function ChangedWords({ record, language }: ChangedWordsProps) {
  return (
    <section class="changed">
      <h2 class="changed-title">{t('changedTitle')}</h2>
      <blockquote class="words words-before" lang={language ?? ''} dir="auto">
        {exactOf(record)}
      </blockquote>
    </section>
  );
}
