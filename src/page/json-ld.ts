import { plainText } from './plain-text.ts';

/** One schema.org thing of a page, its fields unread. */
export type Thing = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES =
  /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|OpinionNewsArticle)$/;
const MOST_THINGS = 500;
/** No more values than this are looked at for them, lists and nothings among them. */
const MOST_VALUES = 5_000;
/** Names do not lie deeper in one another than this. */
const DEEPEST_NAME = 9;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The types of a thing, without their address. */
export function typesOf(thing: Thing): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type])
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/^.*[/:]/, ''));
}

export const isArticleThing = (thing: Thing): boolean =>
  typesOf(thing).some((type) => ARTICLE_TYPES.test(type));

/** All JSON-LD things of a page, those of `@graph` and lists among them; what cannot be parsed is passed over. */
export function readJsonLd(document: Document): Thing[] {
  const things: Thing[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const values: unknown[] = [parse(script.textContent ?? '')];
    // Grows as it is walked through.
    for (const value of values) {
      if (things.length >= MOST_THINGS) return things;
      if (values.length > MOST_VALUES) break;
      if (Array.isArray(value)) values.push(...value.slice(0, MOST_THINGS));
      else if (isThing(value)) {
        things.push(value);
        values.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
      }
    }
  }
  return things;
}

/** Sites write raw line breaks, comments and CDATA into their JSON. */
function parse(source: string): unknown {
  const json = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .trimEnd()
    .replace(/;$/, '')
    .trimEnd()
    .replace(/(?:-->|(?:\/\/\s{0,9})?\]\]>)$/, '');
  for (const attempt of [json, json.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // Try the next reading.
    }
  }
  return null;
}

/** A text field, its entities and spaces made plain; null when it is missing or empty. */
export function textField(thing: Thing | null | undefined, field: string): string | null {
  const value = thing?.[field];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? plainText(first) : null;
}

/** The names in a field that holds a person, an organisation, a name, or a list of such. */
export function namesIn(value: unknown, depth = 0): string[] {
  if (depth > DEEPEST_NAME) return [];
  if (typeof value === 'string') return [plainText(value)].filter((name) => name !== null);
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one) => namesIn(one, depth + 1));
  return isThing(value) ? namesIn(value['name'], depth + 1) : [];
}

/** An author as JSON-LD names one. */
export interface NamedAuthor {
  readonly name: string;
  /** Whether it is said to be a person. */
  readonly isPerson: boolean;
  /** Whether it is said to be an organisation, as agencies are. */
  readonly isOrganization: boolean;
}

/** The authors in such a field. */
export function authorsIn(value: unknown): NamedAuthor[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((entry: unknown): NamedAuthor[] => {
    if (!isThing(entry))
      return namesIn(entry).map((name) => ({ name, isPerson: false, isOrganization: false }));
    const types = typesOf(entry);
    const isPerson = types.includes('Person');
    const isOrganization = types.some((type) => type.endsWith('Organization'));
    const names = namesIn(entry['name']);
    const whole = [textField(entry, 'givenName'), textField(entry, 'familyName')].filter(
      (part) => part !== null,
    );
    const given = names.length > 0 || whole.length === 0 ? names : [whole.join(' ')];
    return given.map((name) => ({ name, isPerson, isOrganization }));
  });
}
