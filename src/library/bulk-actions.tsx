import { request } from '#messaging/client.ts';
import { exportPort } from '#messaging/export-port.ts';
import { Button } from '#ui/button.tsx';
import { ExportButton } from '#ui/export/export-button.tsx';
import { Menu } from '#ui/menu.tsx';
import { t, tCount } from '#ui/text.ts';
import { BulkTags } from './bulk-tags.tsx';
import type { Deeds } from './deeds.ts';
import { workPatience } from './long-work.ts';
import type { PickModel } from './use-picks.ts';

interface BulkActionsProps {
  readonly picks: PickModel;
  readonly deeds: Deeds;
}

/** What can be done with all that is selected: tag, take out, delete. */
export function BulkActions({ picks, deeds }: BulkActionsProps) {
  const { selection, count } = picks;
  const tag = (add: readonly string[], remove: readonly string[]): void =>
    deeds.runLong({
      doing: t('doingTag'),
      start: (job) => request('library.tag', { selection, job, add, remove }, workPatience),
      words: (changed) =>
        add.length > 0 ? tCount('taggedCount', changed) : tCount('untaggedCount', changed),
      changes: true,
    });
  return (
    <div class="bulk menu-below">
      <Menu label={t('tagsLabel')} icon="tag">
        {(close) => (
          <BulkTags
            onTag={(add, remove) => {
              close();
              tag(add, remove);
            }}
          />
        )}
      </Menu>
      <ExportButton
        scopes={[{ label: tCount('exportSelected', count), title: '', port: exportPort(selection) }]}
      />
      <Button look="quiet" icon="trash" onClick={picks.remove}>
        {t('delete')}
      </Button>
      <Button look="quiet" icon="close" onClick={picks.clear}>
        {t('pickNone')}
      </Button>
    </div>
  );
}
