import type { ChangeAction } from '#core/change-action.ts';
import { t } from '#ui/text.ts';

function actionWords(action: ChangeAction): string {
  switch (action) {
    case 'put':
      return t('changePut');
    case 'delete':
      return t('changeDelete');
    case 'restore':
      return t('changeRestore');
    case 'tag':
      return t('changeTag');
    case 'merge':
      return t('changeMerge');
    case 'split':
      return t('changeSplit');
    case 'rename':
      return t('changeRename');
    case 'person-note':
      return t('changePersonNote');
    case 'decide':
      return t('changeDecide');
    case 'import':
      return t('changeImport');
  }
}

/** What was taken back or made again, for the toast. */
export function changeWords({ action }: { readonly action: ChangeAction }, how: 'undone' | 'redone'): string {
  return how === 'undone' ? t('undoneWords', actionWords(action)) : t('redoneWords', actionWords(action));
}
