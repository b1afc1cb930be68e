import type { NameRun, NameText, TaggedName } from './name-runs.ts';
import { likelyFirst, runScore } from './name-evidence.ts';
import { begins, wordAt } from './name-runs.ts';
import type { NameWord } from './name-words.ts';

/** What a name found by these rules counts as among the probabilities of the tagger, on the scale of `personConfidence`. A judgement: no German gold marks people but our own. */
const ruleProbability = 0.9;
/** A name that is found is at most this many words long. */
const nameLimit = 6;

/**
 * Finds names by rules alone: a known first name and what follows it, a title and what follows it, and then every
 * other place where a surname so found stands. For languages that capitalise their nouns, on whose texts the
 * trained tagger cannot rely.
 *
 * @returns token ranges in order, without overlap
 */
export function tagByRules(text: NameText): TaggedName[] {
  const found: NameRun[] = [];
  const known = new Set<string>();
  const open: NameRun[] = [];
  for (const run of text.runs) {
    const names = introduced(text, run);
    for (const name of names) {
      for (let i = name.from + (name.to - name.from > 1 ? 1 : 0); i < name.to; i++) {
        const word = wordAt(text, i);
        if (!word.particle && !word.initial && (word.tier === 0 || word.surname)) known.add(word.fold);
      }
    }
    found.push(...names);
    if (names.length === 0) open.push(run);
  }
  for (const run of open) {
    for (let i = run.from; i < run.to; i++) {
      if (!known.has(wordAt(text, i).fold)) continue;
      let from = i;
      while (from > run.from && joins(wordAt(text, from - 1))) from--;
      let to = i + 1;
      while (to < run.to && known.has(wordAt(text, to).fold)) to++;
      if (wordAt(text, to).organisation && to < run.to) break;
      found.push({ from, to });
      i = to;
    }
  }
  return found.sort((a, b) => a.from - b.from).map((name) => ({ ...name, probability: ruleProbability }));
}

function joins(word: NameWord): boolean {
  return word.particle || word.initial || likelyFirst(word);
}

function introduced(text: NameText, run: NameRun): NameRun[] {
  const left = wordAt(text, run.from - 1);
  const titled = left.title || left.softTitle;
  for (let i = run.from; i < run.to; i++) {
    const word = wordAt(text, i);
    const strong =
      (i === run.from && titled) ||
      (i + 1 < run.to && (likelyFirst(word) || (word.initial && word.word.endsWith('.'))));
    // `Bürgermeisterin von Ahlen`: what the office is over.
    if (word.particle && !wordAt(text, i - 1).capital && run.to - i === 2) continue;
    if (!strong) {
      if (i === run.from && run.to - i > 1 && (afterOffice(text, run) || speaks(text, run))) {
        // `sagte Betriebsleiter Jan Hollerbeck`: what stands before a known first name is what he is.
        let from = i;
        for (let k = i + 1; k + 1 < run.to; k++) if (likelyFirst(wordAt(text, k))) from = k;
        const name = limited(text, from, run.to);
        if (name.to - name.from > 1 && !namesThing(text, name)) return [name];
      }
      if (
        i === run.from &&
        run.to - i > 1 &&
        word.gender !== null &&
        text.begins[i] === begins.inside &&
        runScore(text, i, run.to) > 2
      )
        return [limited(text, i, run.to)];
      continue;
    }
    const name = limited(text, i, run.to);
    const bare = name.to - name.from === 1 && !(i === run.from && titled);
    if (!bare && !namesThing(text, name)) return [name];
  }
  return [];
}

/** `die Bürgermeisterin von Ahlen, Annegret Thölke,`: between commas after an office. */
function afterOffice(text: NameText, { from, to }: NameRun): boolean {
  if (wordAt(text, from - 1).word !== ',' || !closes(wordAt(text, to))) return false;
  for (let i = from - 2; i > from - 9; i--) {
    const word = wordAt(text, i);
    if (word.role) return true;
    if (word.mark || !(word.capital || word.particle || word.functionWord)) return false;
  }
  return false;
}

/** Two or three capitalised words between a verb of saying and a mark: `sagte Annegret Thölke.` */
function speaks(text: NameText, { from, to }: NameRun): boolean {
  if (to - from > 3 || !wordAt(text, from - 1).saying || !closes(wordAt(text, to))) return false;
  for (let i = from; i < to; i++) {
    const word = wordAt(text, i);
    if (word.organisation || word.place || word.demonym || word.allCaps || word.role || word.number)
      return false;
  }
  return true;
}

function closes(word: NameWord): boolean {
  return word.mark && word.word !== '-' && word.word !== '(' && word.word !== '/';
}

/** The name that starts at `from`: up to a word of an organisation, a nation or a common noun. */
function limited(text: NameText, from: number, end: number): NameRun {
  let to = from;
  while (to < end && to - from < nameLimit) {
    const word = wordAt(text, to);
    if (
      to > from &&
      (word.organisation ||
        word.demonym ||
        (text.style[to] !== 0 && word.tier > 0 && word.gender === null && !word.surname && !word.particle))
    )
      break;
    to++;
  }
  while (to > from + 1 && wordAt(text, to - 1).particle) to--;
  return { from, to };
}

function namesThing(text: NameText, name: NameRun): boolean {
  const last = wordAt(text, name.to - 1);
  return (
    last.organisation ||
    (name.to - name.from === 1 && (last.place || last.demonym)) ||
    (wordAt(text, name.to).organisation && wordAt(text, name.to).capital)
  );
}
