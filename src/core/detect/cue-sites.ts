import { withConjunct, withNext } from './conjuncts.ts';
import { cueStrength, lex } from './lexicon.ts';
import type { Phrase } from './noun-phrases.ts';
import { wordSet } from './words.ts';
import { isAdjunct, leadingPhrase, subjectAfter } from './phrase-walk.ts';
import { viewSource } from './view-source.ts';
import { clauseSubject, thusSays, withName } from './clause-subject.ts';
import { subjectOf } from './subject.ts';
import { together, type Syntax } from './syntax.ts';

/** A place where something may announce speech, with whom it names. */
export interface CueSite {
  /** The cue's items `[from, to)`: a verb, or the words of a source phrase (`according to`). */
  readonly from: number;
  readonly to: number;
  readonly form: 'verb' | 'source' | 'passive';
  /** 0: a verb that is no cue; 1 to 3 as in the language's lists. */
  readonly strength: 0 | 1 | 2 | 3;
  readonly phrase: Phrase;
  /** Whether the subject follows the verb. */
  readonly inverted: boolean;
}

/** The sites of a document, found when asked for and remembered. */
export interface CueSites {
  /** Items of the sentence's verbs and source phrases, left to right. */
  inSentence(sentence: number): readonly number[];
  at(item: number): CueSite | null;
}

/** Past participles whose subject speaks though they are passive: “was quoted as saying”. */
const QUOTED = new Set([
  'quoted',
  'cited',
  'reported',
  'heard',
  'known',
  'recorded',
  'overheard',
  'wanted',
  'concerned',
  'worried',
  'opposed',
  'determined',
  'convinced',
  'prepared',
  'scheduled',
  'supposed',
  'said',
  'disappointed',
]);
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", 'got', 'gets', 'get']);
/** How far behind a passive verb its agent (`by …`) is looked for. */
const AGENT_REACH = 14;
/** The longest aside between a name and its verb that is looked over. */
const ASIDE_REACH = 16;

type SourcePhrases = ReadonlyMap<string, readonly (readonly string[])[]>;
const sourceCache = new Map<string, SourcePhrases>();

function sourcePhrases(list: string): SourcePhrases {
  const cached = sourceCache.get(list);
  if (cached) return cached;
  const found = new Map<string, string[][]>();
  for (const entry of list.split(/\s+/).filter(Boolean)) {
    const words = entry.split('_');
    const first = words[0] ?? '';
    const known = found.get(first);
    if (known) known.push(words);
    else found.set(first, [words]);
  }
  sourceCache.set(list, found);
  return found;
}

/** Where the source phrase that begins at `i` ends, or 0. */
function sourceEnd(x: Syntax, i: number): number {
  for (const words of sourcePhrases(x.o.doc.language.sourcePhrases).get(x.o.lower[i] ?? '') ?? []) {
    if (words.every((word, n) => x.o.lower[i + n] === word && together(x, i, i + n))) return i + words.length;
  }
  return 0;
}

/** “Senate candidate X” and the like: a phrase right of a verb, over adverbs and times where the language has them there. */
function phraseAfter(x: Syntax, i: number): Phrase | null {
  // “said retired surgeon Ana Ruiz”: a participle may lead the phrase.
  const adjective = x.tags[i] === 'V' && (x.o.lower[i] ?? '').endsWith('ed') && together(x, i, i + 1);
  const direct = x.phrases.startingAt.get(adjective ? i + 1 : i);
  if (
    direct &&
    (direct.voice > 0 || !x.o.doc.language.verbSecond) &&
    together(x, i - 1, i) &&
    !((x.o.bits[direct.head] ?? 0) & lex.time)
  )
    return x.o.doc.language.verbSecond ? withName(x, direct) : direct;
  if (!x.o.doc.language.verbSecond) return null;
  const after = subjectAfter(x, i);
  if (after) return withName(x, after);
  // “« … », indique la direction”: beside speech any noun speaks.
  const unlisted = direct?.kind === 'common' && together(x, i - 1, i) && x.tags[i] === 'D';
  return unlisted && !((x.o.bits[direct.head] ?? 0) & lex.time) ? withName(x, { ...direct, voice: 1 }) : null;
}

function passiveAgent(x: Syntax, i: number): CueSite | null | undefined {
  const word = x.o.lower[i] ?? '';
  if (!/(?:ed|en|told|put|read)$/.test(word) || QUOTED.has(word) || x.o.doc.language.code !== 'en')
    return undefined;
  let k = i - 1;
  while (together(x, k, i) && x.tags[k] === 'R') k--;
  if (!together(x, k, i) || x.tags[k] !== 'X' || !BE.has(x.o.lower[k] ?? '')) return undefined;
  for (let j = i + 1; together(x, j, i) && j < i + AGENT_REACH; j++) {
    if (x.o.lower[j] === 'by') {
      const agent = x.phrases.startingAt.get(j + 1);
      if (!agent || agent.voice === 0) return null;
      return {
        from: i,
        to: i + 1,
        form: 'passive',
        strength: cueStrength(x.o.bits[i] ?? 0),
        phrase: agent,
        inverted: true,
      };
    }
    if (x.tags[j] === 'V') break;
  }
  return null;
}

/** “made it clear that”, “made clear”. */
function makesClear(x: Syntax, i: number): boolean {
  if (!/^(?:made|makes?|making)$/.test(x.o.lower[i] ?? '')) return false;
  return x.o.lower[i + 1] === 'clear' || x.o.lower[i + 2] === 'clear';
}

/** German “heißt es”: what says it stands after “in” or “aus”. */
const SAYS_IT = /^(?:heißt|hieß|geheißen|heiße)$/;

function textThatSays(x: Syntax, i: number): Phrase | null {
  const clause = x.s.list[x.s.of[i] ?? 0];
  if (!clause) return null;
  for (let k = Math.max(clause.from, i - 30); k < Math.min(clause.to, i + 12); k++) {
    if (!/^(?:in|im|aus|auf|vom|von|beim)$/.test(x.o.lower[k] ?? '')) continue;
    const p = x.phrases.startingAt.get(k + 1);
    if (p && p.kind !== 'pronoun' && !((x.o.bits[p.head] ?? 0) & lex.time)) return { ...p, voice: 2 };
  }
  return null;
}

/** “dem Bericht zufolge”: the source stands before. */
function sourceBefore(x: Syntax, i: number): CueSite | null {
  const p = x.phrases.endingAt.get(i);
  if (!p || !together(x, i - 1, i)) return null;
  const phrase: Phrase = { ...leadingPhrase(x, p), voice: 2 };
  return { from: i, to: i + 1, form: 'source', strength: 3, phrase, inverted: false };
}

/** The name that a clause between a comma and the quotation at `at` describes: `Ana Ruiz, citing “…,”`, `Ana Ruiz, who …`. */
function describedBefore(x: Syntax, at: number): Phrase | null {
  for (let k = at - 1; together(x, k, at) && at - k < ASIDE_REACH; k--) {
    if (x.tags[k] !== ',') continue;
    const name = x.phrases.endingAt.get(k);
    const opens = x.tags[k + 1] === 'E' || x.tags[k + 1] === 'G';
    return opens && name?.kind === 'name' && name.voice === 2 ? name : null;
  }
  return null;
}

function verbSite(x: Syntax, i: number): CueSite | null {
  if (wordSet(x.o.doc.language.sourceEndings).has(x.o.lower[i] ?? '')) return sourceBefore(x, i);
  const passive = passiveAgent(x, i);
  if (passive !== undefined) return passive;
  const bits = x.o.bits[i] ?? 0;
  const strength = makesClear(x, i) ? 2 : cueStrength(bits);
  const site = (phrase: Phrase, inverted: boolean): CueSite => ({
    from: i,
    to: i + 1,
    form: 'verb',
    strength,
    phrase,
    inverted,
  });
  const text = SAYS_IT.test(x.o.lower[i] ?? '') ? textThatSays(x, i) : null;
  if (text) return site(text, true);
  if (x.o.doc.language.capitalNouns) {
    if (x.o.lower[i] === 'so') {
      const named = thusSays(x, i);
      return named && site(named, true);
    }
    const subject = clauseSubject(x, i);
    return (
      subject && site(subject.inverted ? subject.phrase : withConjunct(x, subject.phrase), subject.inverted)
    );
  }
  // Over the auxiliary of a French perfect: “« … », a déclaré Ana Ruiz”.
  let k = i - 1;
  while (x.o.doc.language.verbSecond && (x.tags[k] === 'X' || x.tags[k] === 'O')) k--;
  const afterQuote =
    together(x, k, i) &&
    (x.tags[k] === 'Q' || (x.tags[k] === ',' && x.tags[k - 1] === 'Q' && together(x, k - 1, i)));
  const mayInvert = x.tags[i] === 'V' && (bits & lex.inverting) !== 0;
  if (mayInvert && (afterQuote || x.s.of[i - 1] !== x.s.of[i])) {
    const p = phraseAfter(x, i + 1);
    const next = p ? x.tags[p.to] : undefined;
    const ownVerb = p !== null && together(x, p.to, i) && (next === 'V' || next === 'X');
    // “Ana Ruiz, who calls it a “joke,” said the mayor was wrong”
    const before = ownVerb && x.o.doc.language.code === 'en' ? describedBefore(x, k) : null;
    if (before) return site(before, false);
    if (p && p.voice > 0 && p.kind !== 'possessive' && (afterQuote || !ownVerb))
      return site(withNext(x, p), true);
  } else if (afterQuote && x.tags[i] === 'V' && x.tags[i - 1] === 'Q') {
    const p = phraseAfter(x, i + 1);
    if (p && p.voice === 2 && p.kind !== 'determiner') return site(p, true);
  }
  // “…, says Ruth Ode, a historian, …”: a verb and its subject set off by commas.
  if (mayInvert && x.tags[i - 1] === ',') {
    const p = phraseAfter(x, i + 1);
    const next = p ? x.tags[p.to] : undefined;
    const setOff = p !== null && (!together(x, p.to, i) || next === ',' || next === '.' || next === '(');
    // “Ana Ruiz, who leads it, asked the mayor.”
    const own = p?.kind === 'common' ? subjectOf(x, i) : null;
    const asked = own?.kind === 'name' && own.voice === 2;
    if (p && setOff && !asked && p.voice === 2 && (p.kind === 'name' || p.kind === 'common'))
      return site(p, true);
  }
  const left = subjectOf(x, i);
  if (x.o.doc.language.verbSecond && strength > 0) {
    if (!left || left.voice === 0 || isAdjunct(x, left)) {
      const right = subjectAfter(x, i + 1);
      if (right) return site(right, true);
    }
  }
  if (left) return site(withConjunct(x, left), false);
  if (mayInvert && x.tags[i - 1] === ',') {
    const p = phraseAfter(x, i + 1);
    if (p && p.voice > 0) return site(p, true);
  }
  return null;
}

/** After a source phrase any noun speaks, whatever its case. */
function asSource(phrase: Phrase): Phrase {
  return phrase.voice === 0 && phrase.kind === 'common' ? { ...phrase, voice: 1 } : phrase;
}

/** French “selon lui”: after a source phrase the pronoun of objects speaks. */
function strongPronoun(x: Syntax, i: number): Phrase | undefined {
  if (x.tags[i] !== 'O' || !x.o.doc.language.verbSecond) return undefined;
  return { from: i, to: i + 1, head: i, kind: 'pronoun', voice: 2 };
}

/** Prepares the lookup of cue sites over a document. Each site is worked out once. */
export function cueSites(x: Syntax): CueSites {
  const bySentence = new Map<number, readonly number[]>();
  const memo = new Map<number, CueSite | null>();
  const ends = new Map<number, number>();
  const endings = wordSet(x.o.doc.language.sourceEndings);
  return {
    inSentence(sentence) {
      let items = bySentence.get(sentence);
      if (items === undefined) {
        const found: number[] = [];
        const clause = x.s.list[sentence];
        for (let i = clause?.from ?? 0; i < (clause?.to ?? 0); i++) {
          const t = x.tags[i];
          if (t === 'V' || t === 'G' || endings.has(x.o.lower[i] ?? '')) {
            // “according” and “per” are matched as phrases below, whatever their tag.
            const end = sourceEnd(x, i);
            if (end > 0) ends.set(i, end);
            found.push(i);
          } else if (t !== 'Q') {
            const end = sourceEnd(x, i);
            const view = end > 0 ? null : viewSource(x, i);
            if (end > 0) ends.set(i, end);
            if (view) memo.set(i, view);
            if (end > 0 || view) found.push(i);
          }
        }
        items = found;
        bySentence.set(sentence, items);
      }
      return items;
    },
    at(item) {
      const known = memo.get(item);
      if (known !== undefined) return known;
      const end = ends.get(item);
      let site: CueSite | null;
      if (end === undefined) site = verbSite(x, item);
      else {
        const phrase = x.phrases.startingAt.get(end) ?? strongPronoun(x, end);
        site =
          phrase && together(x, item, end)
            ? { from: item, to: end, form: 'source', strength: 3, phrase: asSource(phrase), inverted: true }
            : null;
      }
      memo.set(item, site);
      return site;
    },
  };
}
