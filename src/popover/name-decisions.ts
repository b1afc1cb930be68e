import type { Signal } from '@preact/signals';
import type { QuotationRecord } from '#core/annotation.ts';
import type { Decision } from '#core/decision.ts';
import { tellingWords } from '#core/speaker-name.ts';
import type { request } from '#messaging/client.ts';
import type { DeedHistory } from './deed-history.ts';
import type { QuotationDeed } from './quotation-model-type.ts';

interface NameDecisionsOptions {
  readonly ask: typeof request;
  /** What was found here, as it is shown. */
  readonly found: Signal<QuotationRecord | null>;
  readonly attempt: (action: () => Promise<unknown>) => Promise<boolean>;
  readonly deeds: DeedHistory<QuotationDeed>;
}

/** The reader's decisions on whom a name means in this article, made and taken back from one quotation. */
export interface NameDecisions {
  readonly decide: (decision: Decision) => Promise<boolean>;
  readonly takeBack: (decision: Decision) => Promise<boolean>;
}

export function createNameDecisions({ ask, found, attempt, deeds }: NameDecisionsOptions): NameDecisions {
  const put = (decision: Decision, takeBack: boolean) => ask('decisions.put', { decision, takeBack });
  async function undecide(decision: Decision): Promise<void> {
    await put(decision, true);
    const read = found.peek();
    if (read !== null && decisionOn(read, [decision]) !== null)
      found.value = { ...read, speaker: read.detectedSpeaker, status: 'detected' };
  }
  return {
    decide: (decision) =>
      attempt(async () => {
        await put(decision, false);
        deeds.did({
          what: 'others',
          again: () => attempt(() => put(decision, false)),
          back: () => attempt(() => undecide(decision)),
        });
      }),
    takeBack: (decision) =>
      attempt(async () => {
        const before = found.peek();
        await undecide(decision);
        deeds.did({
          what: 'uncorrected',
          again: () => attempt(() => undecide(decision)),
          back: () =>
            attempt(async () => {
              await put(decision, false);
              found.value = before;
            }),
        });
      }),
  };
}

/** The decision that has named the speaker of what was found, or null. */
export function decisionOn(found: QuotationRecord | null, decisions: readonly Decision[]): Decision | null {
  if (found?.status !== 'corrected') return null;
  const read = found.detectedSpeaker ?? tellingWords(found.mention);
  return decisions.find(({ kind, about }) => kind !== 'not-a-person' && about === read) ?? null;
}
