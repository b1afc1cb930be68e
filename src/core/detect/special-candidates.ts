import type { Candidate, QuoteFacts } from './candidate.ts';
import { announcedInside } from './inside-announcement.ts';
import { lex } from './lexicon.ts';
import type { Phrase } from './noun-phrases.ts';
import { leadingPhrase } from './phrase-walk.ts';
import { mainSubject } from './subject.ts';
import { together, type Syntax } from './syntax.ts';
import { weights } from './weights.ts';

const REACH = 60;
const OWN = new Set(['words', 'opinion', 'view', 'worten', 'mots']);

/** The possessor of the noun at `i`: `Lee’s` claim, `her` claim. */
function possessor(x: Syntax, i: number): Phrase | null {
  let k = i - 1;
  // “Lee’s latest claim”: one adjective may stand between.
  if (together(x, k, i) && x.tags[k] === 'W') k--;
  if (!together(x, k, i)) return null;
  if (x.tags[k] === 'A') return x.phrases.list.length > 0 ? phraseBefore(x, k) : null;
  if (x.tags[k] !== 'H') return null;
  return { from: k, to: k + 1, head: k, kind: 'possessive', voice: 2 };
}

/** The phrase that ends right before the possessive mark at `k`; it may be the start of a longer one. */
function phraseBefore(x: Syntax, k: number): Phrase | null {
  const known = x.phrases.endingAt.get(k);
  if (known) return known;
  let from = k;
  while (together(x, from - 1, k) && (x.tags[from - 1] === 'N' || x.tags[from - 1] === 'W')) from--;
  if (from === k) return null;
  const name = x.tags[k - 1] === 'N';
  return { from, to: k, head: k - 1, kind: name ? 'name' : 'common', voice: name ? 2 : 1 };
}

/** `NAME: “…”`, also over several sentences of one quotation; `Lee’s answer: “…”`. */
function labels(x: Syntax, q: QuoteFacts, out: Candidate[]): void {
  const clause = x.s.list[q.sentence];
  if (!clause) return;
  const before = q.item - 1;
  const family = x.o.quotes[q.index]?.family;
  if (family === 'label') {
    // “Q:” and “A:” name nobody.
    if (/^[a-z]?\.?$/.test(x.o.lower[clause.from] ?? '')) return;
    // “ANA RUIZ (R-Fla.):”, “Ana Ruiz, mayor:”
    let to = clause.from + 1;
    while (to < before && !/^[,([]$/.test(x.o.lower[to] ?? '')) to++;
    const phrase: Phrase = { from: clause.from, to, head: to - 1, kind: 'name', voice: 2 };
    out.push({ phrase, cue: null, code: 'transcript', score: weights.transcript });
    return;
  }
  if (together(x, before, q.item) && x.tags[before] === ':') {
    const p = x.phrases.endingAt.get(x.tags[before - 1] === 'R' ? before - 1 : before);
    const starts = p !== undefined && p.from === clause.from;
    const main = starts ? null : mainSubject(x, before);
    if (main && main.voice > 0 && q.direct) {
      const score = weights.colonClause + weights.voice[main.voice];
      out.push({ phrase: main, cue: null, code: 'label', score });
    } else if (p && p.voice > 0 && p.kind !== 'determiner') {
      const score = (starts ? weights.label : 5) + weights.voice[p.voice];
      out.push({ phrase: leadingPhrase(x, p), cue: null, code: 'label', score });
    }
  }
  const title = x.o.doc.paragraphs[clause.paragraph]?.role === 'title' || clause.paragraph === 0;
  const first = x.phrases.startingAt.get(clause.from);
  if (
    first &&
    first.kind === 'name' &&
    first.voice === 2 &&
    first.to < before &&
    x.o.lower[first.to] === ':'
  ) {
    out.push({ phrase: first, cue: null, code: 'label', score: (title ? weights.labelInTitle : 4) + 0.6 });
  }
}

function nounCues(x: Syntax, q: QuoteFacts, out: Candidate[]): void {
  const clause = x.s.list[q.sentence];
  if (!clause) return;
  for (let i = Math.max(clause.from, q.item - REACH); i < Math.min(clause.to, q.item + REACH); i++) {
    const bits = x.o.bits[i] ?? 0;
    const word = x.o.lower[i] ?? '';
    const distance = Math.abs(i - q.item);
    const cue = { from: i, to: i + 1 };
    if (OWN.has(word)) {
      const score = distance <= 5 ? weights.ownWords - 0.1 * distance : 1.5;
      let p = possessor(x, i);
      if (!p && x.o.lower[i + 1] === 'of') p = x.phrases.startingAt.get(i + 2) ?? null;
      if (p) out.push({ phrase: p, cue, code: 'own-words', score });
    } else if (i < q.item && bits & lex.cueNoun && x.tags[i] === 'W') {
      const p = possessor(x, i);
      if (p)
        out.push({
          phrase: p,
          cue,
          code: 'cue-noun',
          score:
            (p.kind === 'possessive' ? weights.ownCueNoun : weights.cueNoun) -
            0.06 * distance +
            (x.o.lower[i + 1] === 'that' ? 1 : 0),
        });
    } else if (word === 'by' && i > q.item && distance <= 2) {
      const p = x.phrases.startingAt.get(i + 1);
      if (p && p.voice === 2) out.push({ phrase: p, cue, code: 'passive', score: weights.agentAfter });
    }
  }
}

/** `“…” — Ana Ruiz`, on the same line or alone on the next. */
function signature(x: Syntax, q: QuoteFacts, out: Candidate[]): void {
  const dash = q.item + 1;
  if (x.tags[dash] !== '-') return;
  const p = x.phrases.startingAt.get(dash + 1);
  const line = x.o.paragraph[dash];
  if (!p || p.kind !== 'name' || p.voice < 2) return;
  const after = x.o.lower[p.to];
  if (x.o.paragraph[p.to] === line && after !== ',' && after !== '.' && after !== '(') return;
  let end = p.to;
  while (end < x.o.length && x.o.paragraph[end] === line && end - p.to < 16) end++;
  if (end - p.to < 14) out.push({ phrase: p, cue: null, code: 'signature', score: weights.signature });
}

const LABEL = /^[\s"“”„«‘']*((?:\p{Lu}[\p{Lu}.'’-]*\s?){1,4}):\s/u;

/** `“LEE: I never said that.”`: the transcript's label stands inside the marks. */
function labelInside(x: Syntax, q: QuoteFacts, out: Candidate[]): void {
  const span = x.o.quotes[q.index];
  if (!span) return;
  const opening = x.o.doc.text.slice(span.start, Math.min(span.end, span.start + 60));
  const found = opening.includes(':') ? LABEL.exec(opening) : null;
  const name = found?.[1];
  if (!found || name === undefined || name.length < 3) return;
  const start = span.start + found[0].indexOf(name);
  const phrase: Phrase = { from: q.item, to: q.item + 1, head: q.item, kind: 'name', voice: 2 };
  const place = { start, end: start + name.trimEnd().length };
  out.push({ phrase, place, cue: null, code: 'transcript', score: weights.transcript });
}

/** Candidates that no verb announces: labels, signatures, “in her words”, “Lee’s claim that”. */
export function specialCandidates(x: Syntax, q: QuoteFacts): Candidate[] {
  const out: Candidate[] = [];
  const inside = announcedInside(x, q);
  if (inside) out.push(inside);
  labelInside(x, q, out);
  labels(x, q, out);
  nounCues(x, q, out);
  signature(x, q, out);
  return out;
}
