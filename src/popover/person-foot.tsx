import { errorCode } from '#ui/failure-words.ts';
import { SaveLine } from '#ui/save-line.tsx';
import { t } from '#ui/text.ts';
import { Toast } from '#ui/toast.tsx';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { AccessLine } from './access-line.tsx';
import type { Told } from './deed-history.ts';
import { undoneWords } from './done-words.ts';
import type { createPersonModel, PersonDeed } from './person-model.ts';
import { UnseenNotice } from './use-seen.tsx';

interface PersonFootProps {
  readonly model: ReturnType<typeof createPersonModel>;
  /** Whom the popover is about. */
  readonly name: string;
}

function deedWords({ deed, how }: Told<PersonDeed>, name: string): string {
  const other = deed.name ?? '';
  const words = {
    nobody: t('doneNobody', name),
    same: t('doneSame', name, other),
    joined: t('doneSame', name, other),
    noted: t('noteChanged'),
    'taken-back': t('doneApart', other, name),
  }[deed.what];
  return how === 'done' ? words : undoneWords(words);
}

/** What was done last and its way back, what went wrong, and whether the note is saved. */
export function PersonFoot({ model, name }: PersonFootProps) {
  const told = model.told.value;
  const trouble = model.trouble.value;
  return (
    <footer class="card-foot person-foot">
      <UnseenNotice />
      <AccessLine />
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
      <Toast
        text={told && deedWords(told, name)}
        onUndo={told?.how === 'done' ? () => void model.undoLast() : undefined}
        onRedo={told?.how === 'undone' ? () => void model.redoLast() : undefined}
      />
      <SaveLine
        state={model.saving.state.value}
        failure={model.saving.failure.value}
        onRetry={model.saving.flush}
      />
    </footer>
  );
}
