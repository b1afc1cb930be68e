import { useEffect, useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { goTo } from './use-route.ts';

/** Leads on to the person whom a name means in an article; to a search in that article when nothing of him or her is kept. */
export function SpeakerView({ name, source }: { readonly name: string; readonly source: string }) {
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isHere = true;
    request('people.find', { source, name }).then(
      (found) => {
        if (!isHere) return;
        if (found === null) goTo({ view: 'search', query: `“${name}”`, filter: { source } }, 'replace');
        else goTo({ view: 'person', id: found.person.id, filter: {} }, 'replace');
      },
      (error: unknown) => {
        if (isHere) setFailure({ error });
      },
    );
    return () => {
      isHere = false;
    };
  }, [name, source, turn]);
  if (failure === null) return <div class="loading" aria-busy="true" />;
  const again = (): void => {
    setFailure(null);
    setTurn(turn + 1);
  };
  return <FailureNotice error={failure.error} onRetry={again} />;
}
