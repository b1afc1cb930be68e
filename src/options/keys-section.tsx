import { useState } from 'preact/hooks';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { CommandsList } from './commands-list.tsx';
import { OwnKeysList } from './own-keys-list.tsx';

/** Every key that we listen to, to be chosen anew or switched off. */
export function KeysSection() {
  const [failed, setFailed] = useState(false);
  return (
    <>
      <CommandsList onFailure={() => setFailed(true)} />
      <OwnKeysList onFailure={() => setFailed(true)} />
      {failed && <TroubleLine code={null} />}
    </>
  );
}
