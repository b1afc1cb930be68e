import { clauseSubject, thusSays, withName } from './clause-subject.ts';
import { withConjunct, withNext } from './conjuncts.ts';
import type { CueSite } from './cue-site.ts';
import { cueStrength, lex } from './lexicon.ts';
import type { Phrase } from './noun-phrases.ts';
import { isAdjunct, leadingPhrase, subjectAfter } from './phrase-walk.ts';
import { subjectOf } from './subject.ts';
import { together, type Syntax } from './syntax.ts';
import { wordSet } from './words.ts';

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

/** A site at the verb `i`. */
function siteOf(x: Syntax, i: number, phrase: Phrase, inverted: boolean): CueSite {
  return { from: i, to: i + 1, form: 'verb', strength: strengthOf(x, i), phrase, inverted };
}

function strengthOf(x: Syntax, i: number): CueSite['strength'] {
  return makesClear(x, i) ? 2 : cueStrength(x.o.bits[i] ?? 0);
}

/** The site of a German verb, whose subject may stand on either side. */
function germanSite(x: Syntax, i: number): CueSite | null {
  if (x.o.lower[i] === 'so') {
    const named = thusSays(x, i);
    return named && siteOf(x, i, named, true);
  }
  const subject = clauseSubject(x, i);
  if (!subject) return null;
  const phrase = subject.inverted ? subject.phrase : withConjunct(x, subject.phrase);
  return siteOf(x, i, phrase, subject.inverted);
}

/** Whether the verb at `i` may stand before its subject anywhere. */
function mayInvert(x: Syntax, i: number): boolean {
  return x.tags[i] === 'V' && ((x.o.bits[i] ?? 0) & lex.inverting) !== 0;
}

/** A verb right behind a quotation or at the head of a sentence, with its subject after it: “…,” said Ana Ruiz. */
function siteAfterQuotation(x: Syntax, i: number): CueSite | null {
  // Over the auxiliary of a French perfect: “« … », a déclaré Ana Ruiz”.
  let k = i - 1;
  while (x.o.doc.language.verbSecond && (x.tags[k] === 'X' || x.tags[k] === 'O')) k--;
  const afterQuote =
    together(x, k, i) &&
    (x.tags[k] === 'Q' || (x.tags[k] === ',' && x.tags[k - 1] === 'Q' && together(x, k - 1, i)));
  if (mayInvert(x, i) && (afterQuote || x.s.of[i - 1] !== x.s.of[i])) {
    const p = phraseAfter(x, i + 1);
    const next = p ? x.tags[p.to] : undefined;
    const ownVerb = p !== null && together(x, p.to, i) && (next === 'V' || next === 'X');
    // “Ana Ruiz, who calls it a “joke,” said the mayor was wrong”
    const before = ownVerb && x.o.doc.language.code === 'en' ? describedBefore(x, k) : null;
    if (before) return siteOf(x, i, before, false);
    if (p && p.voice > 0 && p.kind !== 'possessive' && (afterQuote || !ownVerb))
      return siteOf(x, i, withNext(x, p), true);
  } else if (afterQuote && x.tags[i] === 'V' && x.tags[i - 1] === 'Q') {
    const p = phraseAfter(x, i + 1);
    if (p && p.voice === 2 && p.kind !== 'determiner') return siteOf(x, i, p, true);
  }
  return null;
}

/** “…, says Ruth Ode, a historian, …”: a verb and its subject set off by commas. */
function siteSetOff(x: Syntax, i: number): CueSite | null {
  const p = phraseAfter(x, i + 1);
  if (!p || p.voice !== 2 || (p.kind !== 'name' && p.kind !== 'common')) return null;
  const next = x.tags[p.to];
  if (together(x, p.to, i) && next !== ',' && next !== '.' && next !== '(') return null;
  // “Ana Ruiz, who leads it, asked the mayor.”
  const own = p.kind === 'common' ? subjectOf(x, i) : null;
  return own?.kind === 'name' && own.voice === 2 ? null : siteOf(x, i, p, true);
}

/** The site of the verb, or of the word that ends a source phrase, at item `i`; null where nobody is named. */
export function verbSite(x: Syntax, i: number): CueSite | null {
  const { language } = x.o.doc;
  if (wordSet(language.sourceEndings).has(x.o.lower[i] ?? '')) return sourceBefore(x, i);
  const passive = passiveAgent(x, i);
  if (passive !== undefined) return passive;
  const text = SAYS_IT.test(x.o.lower[i] ?? '') ? textThatSays(x, i) : null;
  if (text) return siteOf(x, i, text, true);
  if (language.capitalNouns) return germanSite(x, i);
  const behindComma = mayInvert(x, i) && x.tags[i - 1] === ',';
  const inverted = siteAfterQuotation(x, i) ?? (behindComma ? siteSetOff(x, i) : null);
  if (inverted) return inverted;
  const left = subjectOf(x, i);
  if (language.verbSecond && strengthOf(x, i) > 0 && (!left || left.voice === 0 || isAdjunct(x, left))) {
    const right = subjectAfter(x, i + 1);
    if (right) return siteOf(x, i, right, true);
  }
  if (left) return siteOf(x, i, withConjunct(x, left), false);
  const right = behindComma ? phraseAfter(x, i + 1) : null;
  return right && right.voice > 0 ? siteOf(x, i, right, true) : null;
}
