/** The detector's errors on our own gold set, article by article, for reading. */
import { detect } from '#core/detect/detect.ts';
import type { Quotation } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';
import { type GoldArticle, type GoldQuote } from './eval-score.ts';
import { FIGURES, goldFigures } from './gold-figures.ts';

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** How much of a quotation two spans share; ends may differ by marks and stops. */
function overlap(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** The detector may give a name as the article prints it, in capitals. */
const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function wrongSpeaker(gold: GoldQuote, found: Quotation): string | null {
  const want = gold.speaker;
  const got = found.speaker;
  if (want === null) return got === null ? null : `named a speaker: ${got.text}`;
  if (got === null) return `no speaker: ${want.text}`;
  if (![want, ...(want.more ?? [])].some((span) => meets(span, got)))
    return `wrong speaker: ${got.text} for ${want.text}`;
  if (want.person === null) return got.person === null ? null : `not left open: ${got.text} = ${got.person}`;
  if (want.person === undefined)
    return got.person === null ? null : `no person speaks: ${got.text} = ${got.person}`;
  const { person } = got;
  return person !== null && want.person.split('|').some((name) => sameName(name, person))
    ? null
    : `wrong person: ${got.text} = ${person ?? 'nobody'} for ${want.person}`;
}

function quoteErrors(article: GoldArticle, quotations: readonly Quotation[]): string[] {
  const { text } = article;
  const show = (s: Span): string => JSON.stringify(text.slice(s.start, Math.min(s.end, s.start + 60)));
  const gold = article.quotes.filter((q) => q.kind !== 'indirect');
  const errors: string[] = [];
  const seen = new Set<Quotation>();
  for (const g of gold) {
    const best = quotations
      .filter((q) => q.kind !== 'indirect' && meets(q, g))
      .sort((a, b) => overlap(b, g) - overlap(a, g))[0];
    if (!best || overlap(best, g) < 0.5) {
      errors.push(`missed quotation: ${show(g)}`);
      continue;
    }
    seen.add(best);
    if (overlap(best, g) < 0.8) errors.push(`wrong ends: ${show(g)}`);
    if (best.kind !== g.kind) errors.push(`wrong kind: ${best.kind} for ${g.kind} ${show(g)}`);
    const speaker = wrongSpeaker(g, best);
    if (speaker !== null) errors.push(`${speaker} ${show(g)}`);
  }
  const ignored = article.ignore ?? [];
  for (const q of quotations)
    if (q.kind !== 'indirect' && !seen.has(q) && !ignored.some((i) => meets(i, q)))
      errors.push(`false quotation: ${show(q)} ${q.speaker?.text ?? ''}`);
  return errors;
}

/** The errors of one article, each a line that begins with its kind and a colon. */
function articleErrors(article: GoldArticle): string[] {
  const found = detect(article.text, { language: article.language });
  const errors = quoteErrors(article, found.quotations);
  const key = (s: Span): string => `${s.start},${s.end}`;
  const mentions = found.people.flatMap((p) => p.mentions.map((m) => ({ ...m, person: p.name })));
  const got = new Map(mentions.map((m) => [key(m), m]));
  const gold = new Set(article.people.map(key));
  for (const m of article.people as readonly (Span & { person?: string; role?: string })[]) {
    const same = got.get(key(m));
    const words = article.text.slice(m.start, m.end);
    if (!same) errors.push(`missed person: ${words}`);
    else if (m.person !== undefined && !sameName(same.person, m.person))
      errors.push(`wrong group: ${words} = ${same.person} for ${m.person}`);
    if (same && same.role !== (m.role ?? 'story'))
      errors.push(`wrong role: ${words} ${same.role} for ${m.role ?? 'story'}`);
  }
  const ignored = article.ignore ?? [];
  for (const m of mentions)
    if (!gold.has(key(m)) && !ignored.some((i) => meets(i, m))) errors.push(`false person: ${m.text}`);
  return errors;
}

/** A table of figures by article, the errors of each, and how often each kind occurs. */
export function goldErrors(articles: readonly GoldArticle[]): string {
  const out: string[] = [];
  const kinds = new Map<string, number>();
  for (const article of articles) {
    const figures = goldFigures([article]);
    const cells = FIGURES.map((name) => `${name} ${figures[name]?.toFixed(0) ?? '–'}`);
    out.push(`${article.id}: ${cells.join('  ')}`);
    for (const error of articleErrors(article)) {
      out.push(`    ${error}`);
      const kind = error.slice(0, error.indexOf(':'));
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  const sorted = [...kinds].sort((a, b) => b[1] - a[1]);
  const all = goldFigures(articles);
  out.push('', FIGURES.map((name) => `${name} ${all[name]?.toFixed(1) ?? '–'}`).join('  '));
  return [...out, ...sorted.map(([kind, n]) => `${String(n).padStart(5)}  ${kind}`)].join('\n');
}
