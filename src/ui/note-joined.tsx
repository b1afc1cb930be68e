import { t } from './text.ts';

/** Says that a note was written in two places at once, and that nothing of either is lost. */
export function NoteJoined({ isJoined }: { readonly isJoined: boolean }) {
  return (
    <p class="note-joined" role="status">
      {isJoined && t('noteBoth')}
    </p>
  );
}
