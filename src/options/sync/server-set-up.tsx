import { errorCode } from '#ui/failure-words.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { NotebookFields } from './notebook-fields.tsx';
import { ServerFields } from './server-fields.tsx';
import type { SetUpForm } from './set-up-form.ts';
import { useFirstWrong } from './use-first-wrong.ts';
import { useSetUp } from './use-set-up.ts';

interface ServerSetUpProps {
  /** What the fields hold at first. */
  readonly first: SetUpForm;
  readonly onStarted: () => void;
  readonly onCancel: () => void;
}

/** Everything that is needed to sync through a server, to be tried and begun with. */
export function ServerSetUp({ first, onStarted, onCancel }: ServerSetUpProps) {
  const setUp = useSetUp(first, onStarted);
  const place = useFirstWrong<HTMLDivElement>(setUp.refusals);
  return (
    <div class="sync-forms" ref={place}>
      <ServerFields setUp={setUp} />
      <NotebookFields setUp={setUp} onCancel={onCancel} />
      {setUp.trouble !== null && <TroubleLine code={errorCode(setUp.trouble)} />}
    </div>
  );
}
