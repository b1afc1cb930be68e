import { attribute, type Attribution } from './attribution.ts';
import { leastConfidence } from './confidence.ts';
import type { Document } from './document.ts';
import type { ReadingEvidence } from './evidence.ts';
import { languageFor } from './guess-language.ts';
import { findPeople, type PeopleFound } from './people.ts';
import { kindOf } from './quotation-kind.ts';
import { markedSpans } from './quotation-spans.ts';
import { itemSpan, makeSpeaker } from './speaker.ts';
import { readSyntax, type Syntax } from './syntax.ts';
import { tokenise } from './tokenise.ts';
import type { DetectOptions, Detection, Evidence, Quotation, Speaker } from './types.ts';

/** How the words that name the speaker were read, when they are no name. */
function readingOf({ best }: Attribution, speaker: Speaker): ReadingEvidence | null {
  if (!best || speaker.person === null) return null;
  switch (best.phrase.kind) {
    case 'pronoun':
    case 'possessive':
      return 'pronoun';
    case 'relative':
      return 'who';
    case 'common':
      return 'role';
    default:
      return null;
  }
}

function quotationOf(
  x: Syntax,
  a: Attribution,
  before: Quotation | undefined,
  people: PeopleFound,
  spokenBefore: string | null,
): Quotation {
  const { best, facts } = a;
  const span = x.o.quotes[facts.index] ?? { start: 0, end: 0 };
  const kind = kindOf(x, facts);
  if (!best || a.confidence < leastConfidence) {
    return { start: span.start, end: span.end, kind, speaker: null, cue: null, evidence: [], confidence: 0 };
  }
  const same = a.continues >= 0 && before?.speaker ? before.speaker : null;
  const speaker = same ?? makeSpeaker(x, best, people, spokenBefore);
  const cue = best.cue && itemSpan(x, best.cue.from, best.cue.to);
  const named = { start: speaker.start, end: speaker.end };
  let words = [named];
  if (cue) words = cue.start <= named.start ? [cue, named] : [named, cue];
  const evidence: Evidence[] = [{ code: best.code, words }];
  const code = readingOf(a, speaker);
  if (code) evidence.push({ code, words: [itemSpan(x, best.phrase.from, best.phrase.to)] });
  const confidence = Math.round(a.confidence * 100) / 100;
  return { start: span.start, end: span.end, kind, speaker, cue, evidence, confidence };
}

/** The quotations of a tokenised document with their speakers, in document order. */
function findQuotations(doc: Document, people: PeopleFound): Quotation[] {
  const x = readSyntax(doc, markedSpans(doc));
  const attributions = attribute(x);
  const out: Quotation[] = [];
  let spokenBefore: string | null = null;
  for (const a of attributions) {
    const quotation = quotationOf(x, a, out[a.continues], people, spokenBefore);
    spokenBefore = quotation.speaker?.person ?? spokenBefore;
    out.push(quotation);
  }
  return out;
}

/**
 * Finds the quotations of a text, who says each, and the people it names.
 *
 * Pure and synchronous; linear in the length of the text; never throws, whatever the text holds. All offsets are
 * UTF-16 units of `text`. Paragraphs are lines, or what `options.blocks` says.
 */
export function detect(text: string, options: DetectOptions = {}): Detection {
  const doc = tokenise(text, languageFor(text, options.language), options.blocks);
  const people = findPeople(doc);
  return { quotations: findQuotations(doc, people), people: people.people };
}
