import { t } from '#ui/text.ts';

/** A few lines of an invented article, marked as the page layer marks them. */
export function Sample() {
  return (
    <figure class="sample" aria-label={t('welcomeSampleLabel')}>
      <p class="sample-text">
        {t('welcomeSampleBefore')} <mark class="mark-person">{t('welcomeSamplePerson')}</mark>
        {joined(t('welcomeSampleMiddle'))} <mark class="mark-kept">{t('welcomeSampleQuote')}</mark>
        {joined(t('welcomeSampleAfter'))}
      </p>
    </figure>
  );
}

/** Words follow after a space; a comma follows directly. */
function joined(text: string): string {
  return /^\p{P}/u.test(text) ? text : ` ${text}`;
}
