import type messages from '#locales/en/messages.json';
import { closedTurns, turnsDirection } from './closed-turns.ts';

/** A sentence of `public/_locales`. */
export type MessageKey = keyof typeof messages;
/** A sentence that is told by number: what stands before `_one`, `_few`, …, `_other`. */
export type CountKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** Finds the sentence for a key in the reader's language: `browser.i18n.getMessage`. */
export type MessageSource = (key: string, substitutions?: string[]) => string;

let source: MessageSource = () => '';
let locale = 'en';

/**
 * Tells the interface where its sentences come from. Each surface calls it once, before it draws.
 * @param language the browser's, as a BCP 47 tag. Where we do not speak it, numbers, dates and plurals follow the
 * language of our sentences, so that one line is never in two languages.
 */
export function connectText(getMessage: MessageSource, language: string): void {
  source = getMessage;
  const wanted = canonicalLocale(language);
  const spoken = canonicalLocale(source('localeTag') || wanted);
  locale = languageOf(wanted) === languageOf(spoken) ? wanted : spoken;
}

const languageOf = (tag: string): string => new Intl.Locale(tag).language;

function canonicalLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The reader's language as a BCP 47 tag. */
export function currentLocale(): string {
  return locale;
}

/** Whether the sentences run from right to left. */
export function speaksRightToLeft(): boolean {
  return rightToLeft.has(languageOf(locale));
}

/** Of the languages of our sentences, those written from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['ar']);
const leftToRightLetter =
  /(?=\p{L})[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * What is filled into a sentence, kept apart from it where it runs the other way or turns the writing round: a name in Latin letters
 * would take the brackets and stops of an Arabic sentence along (https://www.w3.org/International/questions/qa-bidi-unicode-controls).
 */
function filledIn(value: string | number): string {
  const filled = closedTurns(String(value));
  const other = speaksRightToLeft() ? leftToRightLetter : rightToLeftLetter;
  return other.test(filled) || turnsDirection(filled) ? `\u2068${filled}\u2069` : filled;
}

/** The sentence for a key, with `$1`… replaced. A key without a sentence gives the key, so that a gap is seen. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return tNamed(key, ...substitutions);
}

/** The same for a key that a registry names, an exporter's label for one: a test proves that each has its sentence. */
export function tNamed(key: string, ...substitutions: (string | number)[]): string {
  return source(key, substitutions.map(filledIn)) || key;
}

/**
 * The sentence for a number of things, by the language's own plural rules: `key_one`, `key_few`, … and always
 * `key_other`. `$1` is the number, written as the locale writes it.
 */
export function tCount(key: CountKey, count: number, ...substitutions: (string | number)[]): string {
  const values = [new Intl.NumberFormat(locale).format(count), ...substitutions.map(filledIn)];
  const category = new Intl.PluralRules(locale).select(count);
  return source(`${key}_${category}`, values) || source(`${key}_other`, values) || key;
}

/** A number as the locale writes it. */
export function tNumber(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** A size in bytes, as one reads it: 61 MB. */
export function tBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = units[step] ?? 'byte';
  const style = { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(locale, style).format(bytes / 1000 ** step);
}

/** A date with its time as the locale writes them, or an empty string for what is none. */
export function tTime(iso: string): string {
  const time = Date.parse(iso);
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return Number.isNaN(time) ? '' : new Intl.DateTimeFormat(locale, style).format(time);
}

/** A date as the locale writes it, or an empty string for what is not a date. */
export function tDate(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(time);
}

/** A day, YYYY-MM-DD, as the locale writes it: the same day wherever one is. */
export function tDay(day: string): string {
  return tDate(`${day}T12:00:00`);
}

const steps = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
] as const;

/** How long ago or ahead a time is, as the locale says it: "5 minutes ago", "now", "in 2 hours". `now` in ms. */
export function tAgo(iso: string, now: number): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return '';
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  let value = (time - now) / 1000;
  // Clocks differ by seconds, and what was done just now need not be counted.
  if (Math.abs(value) < 20) return words.format(0, 'second');
  for (const [unit, most] of steps) {
    if (Math.abs(Math.round(value)) < most) return words.format(Math.round(value), unit);
    value /= most;
  }
  return words.format(Math.round(value), 'year');
}

/** Joins names as the locale does: "Ana, Ben and Cleo". */
export function tList(items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items.map(filledIn));
}

/** Short facts on one line, the empty ones left out: "The Example · 4 Mar 2026". Each runs its own way. */
export function tFacts(facts: readonly string[]): string {
  return facts
    .filter((fact) => fact !== '')
    .map(filledIn)
    .join(' · ');
}
