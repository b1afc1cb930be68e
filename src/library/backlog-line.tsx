import { onRevision, request } from '#messaging/client.ts';
import { t, tNumber } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';

/** Says, while the index catches up with an import, how much is searched by now. */
export function BacklogLine() {
  const { value: backlog } = useFollowed(() => request('library.backlog', null), onRevision);
  if (backlog === null) return null;
  const { documents, waiting } = backlog;
  const done = Math.max(0, documents - waiting);
  return (
    <section class="quiet-line" aria-label={t('backlogLabel')}>
      <p>{t('backlogText', tNumber(done), tNumber(documents))}</p>
      <progress
        class="work-progress"
        aria-label={t('backlogLabel')}
        max={Math.max(1, documents)}
        value={done}
      />
    </section>
  );
}
