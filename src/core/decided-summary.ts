import { exactOf } from './annotation-passage.ts';
import type { Annotation } from './annotation.ts';
import type { SpeakerShare } from './article-summary.ts';
import type { QuotationKind } from './detect/types.ts';
import { tellingWords } from './speaker-name.ts';

/**
 * Who speaks in an article and how much, with the reader's word in place of the detector's: what was refused counts for nobody, what
 * was corrected for whom the reader has named. Lengths are those of the kept words. Who says most comes first.
 */
export function decidedSummary(
  detected: readonly SpeakerShare[],
  records: readonly Annotation[],
): readonly SpeakerShare[] {
  const keyOf = (speaker: string | null, named: boolean): string => `${named} ${speaker ?? ''}`;
  const shares = new Map(detected.map((share) => [keyOf(share.speaker, share.named), share]));
  const add = (share: SpeakerShare, kind: QuotationKind, length: number, count: 1 | -1): void => {
    const characters = { ...share.characters, [kind]: Math.max(0, share.characters[kind] + count * length) };
    const quotations = Math.max(0, share.quotations + count);
    shares.set(keyOf(share.speaker, share.named), { ...share, quotations, characters });
  };
  for (const record of records) {
    const { quotation } = record;
    if (quotation?.status !== 'corrected' && quotation?.status !== 'rejected') continue;
    const { kind, speaker, detectedSpeaker, mention } = quotation;
    const { length } = exactOf(record);
    // A passage in which nothing was detected is in nobody's share.
    const before = shares.get(keyOf(detectedSpeaker ?? tellingWords(mention), detectedSpeaker !== null));
    if (before !== undefined) add(before, kind, length, -1);
    if (quotation.status === 'rejected') continue;
    const named = speaker !== null;
    const none = {
      speaker,
      named,
      roles: [],
      quotations: 0,
      characters: { direct: 0, mixed: 0, indirect: 0 },
    };
    add(shares.get(keyOf(speaker, named)) ?? none, kind, length, 1);
  }
  const total = ({ characters }: SpeakerShare): number =>
    characters.direct + characters.mixed + characters.indirect;
  return [...shares.values()]
    .filter(({ quotations }) => quotations > 0)
    .toSorted((a, b) => total(b) - total(a));
}
