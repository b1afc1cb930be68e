import { formalName } from './lexicon-names.ts';
import { likelyFirst } from './name-evidence.ts';
import { lineStyle, wordAt, type NameRun, type NameText, type TaggedName } from './name-runs.ts';

/** How often such a word is a name. */
const calledProbability = 0.7;

/**
 * Adds the places where a person who is named in full is called by the given name, a short form of it, or the nickname that the
 * article puts between the two: `Luis “Chico” Carranza … And Chico?`
 */
export function addCalled(text: NameText, names: readonly TaggedName[]): TaggedName[] {
  const calls = new Set<string>();
  for (const name of names) if (name.to - name.from > 1) noteCalls(text, name, calls);
  if (calls.size === 0) return [...names];
  const taken = new Uint8Array(text.words.length);
  for (const { from, to } of names) taken.fill(1, from, to);
  const added = text.runs.filter((run) => taken[run.from] === 0 && isCall(text, run, calls));
  if (added.length === 0) return [...names];
  return [...names, ...added.map((run) => ({ ...run, probability: calledProbability }))].sort(
    (a, b) => a.from - b.from,
  );
}

function noteCalls(text: NameText, { from, to }: NameRun, calls: Set<string>): void {
  const first = wordAt(text, from);
  if (likelyFirst(first) && !first.place) calls.add(formalName(first.fold));
  // A nickname is one word between marks.
  for (let i = from + 2; i + 1 < to; i++)
    if (wordAt(text, i - 1).mark && wordAt(text, i + 1).mark && wordAt(text, i).capital)
      calls.add(wordAt(text, i).fold);
}

function isCall(text: NameText, { from, to }: NameRun, calls: ReadonlySet<string>): boolean {
  const word = wordAt(text, from);
  if (to - from !== 1 || text.style[from] !== lineStyle.text || text.inPlace[from] === 1) return false;
  if (!calls.has(word.fold) && !(likelyFirst(word) && calls.has(formalName(word.fold)))) return false;
  const before = wordAt(text, from - 1);
  const after = wordAt(text, to);
  if (notBefore.has(before.lower) || (before.capital && !before.functionWord)) return false;
  return after.word !== '&' && after.word !== '-' && !after.number;
}

/** After these stands a thing or a place with the same name. */
const notBefore = new Set(['the', 'in', 'a', 'an', 'st', 'st.', '&', '-']);
