import { exactOf } from './annotation-passage.ts';
import type { Annotation } from './annotation.ts';
import type { SpeakerShare } from './article-summary.ts';
import type { Decision } from './decision.ts';
import type { QuotationKind } from './detect/types.ts';
import { type NameDecisions, nameDecisions } from './name-decisions.ts';
import { speakerName, tellingWords } from './speaker-name.ts';

/**
 * Who speaks in an article and how much, with the reader's word in place of the detector's: what was refused counts for nobody, what
 * was corrected for whom the reader has named, and names for whom the reader says that they mean. Lengths are those of the kept words.
 * Who says most comes first.
 */
export function decidedSummary(
  detected: readonly SpeakerShare[],
  records: readonly Annotation[],
  decisions: readonly Decision[] = [],
): readonly SpeakerShare[] {
  const names = nameDecisions(decisions);
  const shares = new Map<string, SpeakerShare>();
  for (const share of detected) putShare(shares, decidedShare(share, names));
  const add = (share: SpeakerShare, kind: QuotationKind, length: number, count: 1 | -1): void => {
    const characters = { ...share.characters, [kind]: Math.max(0, share.characters[kind] + count * length) };
    const quotations = Math.max(0, share.quotations + count);
    shares.set(keyOf(share), { ...share, quotations, characters });
  };
  for (const record of records) {
    const { quotation } = record;
    if (quotation?.status !== 'corrected' && quotation?.status !== 'rejected') continue;
    const { kind, speaker, detectedSpeaker, mention, detectedKind, detectedExact } = quotation;
    const read = names.speakerOf(detectedSpeaker, mention);
    const { length } = exactOf(record);
    // A passage in which nothing was detected is in nobody's share.
    const before = shares.get(
      keyOf({ speaker: read ?? detectedSpeaker ?? tellingWords(mention), named: read !== null }),
    );
    if (before !== undefined)
      add(before, detectedKind ?? kind, (detectedExact ?? exactOf(record)).length, -1);
    if (quotation.status === 'rejected') continue;
    const name = speakerName(quotation);
    const none = nobodysShare(name, speaker !== null);
    add(shares.get(keyOf(none)) ?? none, kind, length, 1);
  }
  return [...shares.values()]
    .filter(({ quotations }) => quotations > 0)
    .toSorted((a, b) => total(b) - total(a));
}

const keyOf = ({ speaker, named }: Pick<SpeakerShare, 'speaker' | 'named'>): string =>
  `${named} ${speaker ?? ''}`;

const nobodysShare = (speaker: string | null, named: boolean): SpeakerShare => ({
  speaker,
  named,
  roles: [],
  quotations: 0,
  characters: { direct: 0, mixed: 0, indirect: 0 },
});

const total = ({ characters }: SpeakerShare): number =>
  characters.direct + characters.mixed + characters.indirect;

/** The share under the name that the reader's decisions give it. */
function decidedShare(share: SpeakerShare, { speakerOf }: NameDecisions): SpeakerShare {
  const { speaker, named } = share;
  const person = named ? speakerOf(speaker, null) : speakerOf(null, speaker);
  return person === null ? { ...share, named: false } : { ...share, speaker: person, named: true };
}

/** Adds a share to what its speaker has already. */
function putShare(shares: Map<string, SpeakerShare>, share: SpeakerShare): void {
  const before = shares.get(keyOf(share));
  if (before === undefined) {
    shares.set(keyOf(share), share);
    return;
  }
  const { direct, mixed, indirect } = before.characters;
  shares.set(keyOf(share), {
    ...before,
    roles: [...new Set([...before.roles, ...share.roles])],
    quotations: before.quotations + share.quotations,
    characters: {
      direct: direct + share.characters.direct,
      mixed: mixed + share.characters.mixed,
      indirect: indirect + share.characters.indirect,
    },
  });
}
