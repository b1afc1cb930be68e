import type { ChosenStyle } from '#core/mark-styles/chosen-styles.ts';
import { styleName } from '#ui/style-name.ts';
import { t } from '#ui/text.ts';
import type { Undo } from './quotation-model.ts';

/** What was done, for the toast beside the way back; null for what is said in its own place. */
export function doneWords(undo: Undo | null, style: ChosenStyle | undefined): string | null {
  switch (undo?.what) {
    case 'deleted':
      return t('deleted');
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
    default:
      return null;
  }
}
