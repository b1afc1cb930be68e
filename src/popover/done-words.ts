import type { ChosenStyle } from '#core/mark-styles/chosen-styles.ts';
import { styleName } from '#ui/style-name.ts';
import { statusWords } from '#ui/sureness.ts';
import { t } from '#ui/text.ts';
import type { Told } from './deed-history.ts';
import type { QuotationDeed } from './quotation-model.ts';

function deedWords(what: QuotationDeed, style: ChosenStyle | undefined): string {
  switch (what) {
    case 'kept':
      return t('kept');
    case 'confirmed':
      return t('doneConfirmed');
    case 'uncorrected':
      return t('doneUncorrected');
    case 'deleted':
      return t('deleted');
    case 'rejected':
      return statusWords('rejected');
    case 'styled':
      return style === undefined ? t('styleTaken') : t('styledAs', styleName(style));
    case 'noted':
      return t('noteChanged');
    case 'tagged':
      return t('tagsChanged');
    case 'speaker':
      return t('doneSpeaker');
    case 'ends':
      return t('doneEnds');
    case 'kind':
      return t('doneKind');
    case 'others':
      return t('doneOthers');
  }
}

/** Done, these are said in their own place. */
const seen: readonly QuotationDeed[] = ['kept', 'rejected'];

/** What was done or taken back, for the toast beside the way back or on; null for what is said in its own place. */
export function doneWords(told: Told<QuotationDeed> | null, styles: readonly ChosenStyle[]): string | null {
  if (told === null) return null;
  const { deed, how } = told;
  if (how === 'done' && seen.includes(deed.what)) return null;
  const words = deedWords(
    deed.what,
    styles.find(({ look }) => look.id === deed.name),
  );
  return how === 'done' ? words : undoneWords(words);
}

/** What was taken back, in the words that had told it: without their own full stop. */
export function undoneWords(words: string): string {
  return t('undoneWords', words.replace(/[.。]$/u, ''));
}
