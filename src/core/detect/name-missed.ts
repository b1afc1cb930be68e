import { isTwoSyllables } from './letter-properties.ts';
import { runScore } from './name-evidence.ts';
import { lineStyle, wordAt, type NameRun, type NameText, type TaggedName } from './name-runs.ts';

/** How often a name that only these rules find is one. */
const missedProbability = 0.7;
/** A family name that stands first has at most so many letters (Chinese, Korean). */
const familyLimit = 6;
/** As `runScore` counts, two signs of a person at the least. */
const enough = 3;

/**
 * Adds names that the tagger passed over and that their form or their place gives away: a family name before a given name of two
 * syllables (`Park Geun-hye`), and a full name between a verb of saying and what the speaker is (`said Ada Quist, a judge`); then the
 * places where such a person is called by one word.
 */
export function addMissed(text: NameText, names: readonly TaggedName[]): TaggedName[] {
  const taken = new Uint8Array(text.words.length);
  for (const { from, to } of names) taken.fill(1, from, to);
  const added: TaggedName[] = [];
  const calls = new Set<string>();
  const whole = new Set<string>();
  for (const run of text.runs) {
    if (text.style[run.from] !== lineStyle.text || taken.subarray(run.from, run.to).includes(1)) {
      // `Park` tagged where `Park Geun-hye` stands: the whole is the name.
      if (!(familyFirst(text, run) && taken[run.from] === 1 && taken[run.from + 1] === 0)) continue;
    }
    const first = familyFirst(text, run);
    if (!first && !speaksByName(text, run) && !inByline(text, run)) continue;
    if (!first) whole.add(phrase(text, run));
    added.push({ ...run, probability: missedProbability });
    calls.add(wordAt(text, first ? run.from : run.to - 1).fold);
  }
  if (added.length === 0) return [...names];
  for (const { from, to } of added) taken.fill(1, from, to);
  for (const { from, to } of text.runs) {
    if (taken[from] === 1 || text.style[from] !== lineStyle.text) continue;
    if (to - from > 1 && whole.has(phrase(text, { from, to })))
      added.push({ from, to, probability: missedProbability });
    if (to - from !== 1) continue;
    const before = wordAt(text, from - 1).lower;
    if (calls.has(wordAt(text, from).fold) && before !== 'the' && before !== 'in')
      added.push({ from, to, probability: missedProbability });
  }
  const starts = new Set(added.map(({ from }) => from));
  return [...names.filter(({ from }) => !starts.has(from)), ...added].sort((a, b) => a.from - b.from);
}

/** `Moon Jae-in`: a short surname, then a word with a hyphen that goes on in a small letter and is in no list. */
function familyFirst(text: NameText, { from, to }: NameRun): boolean {
  if (to - from !== 2) return false;
  const family = wordAt(text, from);
  const given = wordAt(text, from + 1);
  return (
    family.surname && family.word.length <= familyLimit && given.tier === 0 && isTwoSyllables(given.word)
  );
}

function phrase(text: NameText, { from, to }: NameRun): string {
  let words = '';
  for (let i = from; i < to; i++) words += `${wordAt(text, i).fold} `;
  return words;
}

/** Two or three capitalised words that a line of its own names as its author. */
function inByline(text: NameText, { from, to }: NameRun): boolean {
  const { tokens, paragraphs } = text.doc;
  const paragraph = paragraphs[tokens.paragraph[from] ?? 0];
  if (paragraph === undefined || paragraph.from !== from - 1 || wordAt(text, from - 1).lower !== 'by')
    return false;
  return to - from > 1 && to - from < 4 && to === paragraph.to && !wordAt(text, to - 1).organisation;
}

/** Two or three capitalised words between an inverted verb of saying and an apposition that tells a role. */
function speaksByName(text: NameText, { from, to }: NameRun): boolean {
  if (to - from < 2 || to - from > 3 || !wordAt(text, from - 1).saying || !wordAt(text, from - 2).mark)
    return false;
  if (wordAt(text, to).word !== ',' || runScore(text, from, to) < 1) return false;
  const next = wordAt(text, to + 1);
  if (runScore(text, from, to) >= enough) return true;
  return ['a', 'an', 'the', 'who'].includes(next.lower) || next.role || next.number;
}
