import { speakerName } from '#core/speaker-name.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { t } from '#ui/text.ts';

/**
 * What is said to somebody who hears the popover open, going from mark to mark perhaps: what it is on, who speaks, which of the page's
 * quotations it is. Said in our own frame, so that the page learns nothing of it. '' for selected words, which the reader knows.
 */
export function heardWords(view: SubjectView): string {
  if (view.type === 'person') return t('heardPerson', view.person.name);
  if (view.rank === null) return '';
  const { number, count } = view.rank;
  const quotation = view.annotation === null ? view.found : view.annotation.quotation;
  if (quotation === null || quotation.status === 'rejected') return t('heardPassage', number, count);
  return t('heardQuotation', speakerName(quotation) ?? t('speakerUnknown'), number, count);
}
