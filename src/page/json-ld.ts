/** One schema.org thing of a page, its fields unread. */
export type Thing = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES =
  /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|OpinionNewsArticle)$/;
const MOST_THINGS = 500;

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
  const queue: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    queue.push(parse(script.textContent ?? ''));
    while (queue.length > 0 && things.length < MOST_THINGS) {
      const value = queue.shift();
      if (Array.isArray(value)) queue.push(...value.slice(0, MOST_THINGS));
      else if (isThing(value)) {
        things.push(value);
        queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
      }
    }
  }
  return things;
}

/** Sites write raw line breaks, comments and CDATA into their JSON. */
function parse(source: string): unknown {
  const json = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*;?\s*$/, '');
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
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [plainText(value)].filter((name) => name !== null);
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesIn);
  return isThing(value) ? namesIn(value['name']) : [];
}

/** The people in such a field: those that are not said to be organisations. */
export function peopleIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((entry: unknown) =>
    isThing(entry) && typesOf(entry).some((type) => type.endsWith('Organization')) ? [] : namesIn(entry),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#039': "'",
};

/** Text without the entities that sites leave in attributes and JSON, spaces collapsed; null when nothing is left. */
export function plainText(text: string): string | null {
  const plain = text
    .slice(0, 200_000)
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#0?39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? null : plain;
}
