import { request } from '#messaging/client.ts';
import type { Saying } from '#messaging/protocol.ts';
import { t, tCount } from '#ui/text.ts';

interface SayingsListProps {
  /** The popover's one-time id. */
  readonly id: string;
  readonly sayings: readonly Saying[];
  readonly language: string | null;
}

/** What a person says in this article. A row leads to where it is said. */
export function SayingsList({ id, sayings, language }: SayingsListProps) {
  if (sayings.length === 0) return <p class="quiet-line">{t('saysNothing')}</p>;
  const reveal = (start: number): void => {
    void request('popover.reveal', { id, place: { type: 'quotation', start } }).catch(() => null);
  };
  return (
    <section>
      <h3 class="section-title">{tCount('saysHere', sayings.length)}</h3>
      <ul class="rows">
        {sayings.map((saying) => (
          <li key={saying.start}>
            <button type="button" class="row" onClick={() => reveal(saying.start)}>
              <span class="words words-row" lang={language ?? ''} dir="auto">
                {saying.exact}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
