import type { QuotationRecord } from '#core/annotation.ts';
import { t, tFacts } from '#ui/text.ts';

type Facts = Pick<QuotationRecord, 'speaker' | 'mention' | 'cue' | 'evidence'>;

/** How the article itself names the speaker and announces speech, as far as the name above and the reason below do not say it. */
export function factWords({ speaker, mention, cue, evidence }: Facts): string {
  const facts: string[] = [];
  if (mention !== null && mention !== speaker) facts.push(t('factMention', mention));
  const said = evidence.flatMap(({ words }) => words);
  if (cue !== null && !said.some((words) => words.includes(cue))) facts.push(t('factCue', cue));
  return tFacts(facts);
}
