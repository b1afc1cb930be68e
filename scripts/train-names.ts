import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transliterate, worldLocales } from './train-world-names.ts';

/** Names in Latin letters from @faker-js/faker's locales, in their order, with repeats. */
export interface FakerNames {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly last: readonly string[];
  /** For each locale the names that go together in one person. */
  readonly locales: readonly {
    readonly first: readonly string[];
    readonly last: readonly string[];
    readonly familyFirst: boolean;
  }[];
}

/** Locales whose lists hold syllables or jokes rather than names. */
const skipped = new Set(['vi', 'en_BORK', 'en_AU_ocker', 'eo', 'base']);

/**
 * @param npmDir a `node_modules` folder that holds @faker-js/faker
 */
export async function readFakerNames(npmDir: string): Promise<FakerNames> {
  const url = pathToFileURL(join(npmDir, '@faker-js/faker/dist/index.js')).href;
  const module: unknown = await import(url);
  const all = field(module, 'allLocales');
  const female: string[] = [];
  const male: string[] = [];
  const last: string[] = [];
  const locales: { first: string[]; last: string[]; familyFirst: boolean }[] = [];
  for (const [code, locale] of Object.entries(all)) {
    if (skipped.has(code)) continue;
    const person = field(locale, 'person');
    const given = field(person, 'first_name');
    const family = field(person, 'last_name');
    const women = names(given, 'female');
    const men = names(given, 'male');
    const families = [...names(family, 'generic'), ...names(family, 'male'), ...names(family, 'female')];
    female.push(...women);
    male.push(...men);
    last.push(...families);
    const first = [...women, ...men, ...names(given, 'generic')];
    if (first.length > 20 && families.length > 5) locales.push({ first, last: families, familyFirst: false });
  }
  // The hand-written locales count twice: they are few, and of the regions that the others leave out.
  for (const world of worldLocales) {
    if (!world.familyFirst) {
      female.push(...world.female);
      male.push(...(world.female.length > 0 ? world.male : []));
    }
    last.push(...world.last);
    const locale = {
      first: [...world.female, ...world.male],
      last: [...world.last],
      familyFirst: world.familyFirst,
    };
    locales.push(locale, locale);
  }
  return { female, male, last, locales };
}

function field(value: unknown, key: string): Record<string, unknown> {
  const inner =
    value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
  return inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>) : {};
}

function names(holder: Record<string, unknown>, key: string): string[] {
  const list = holder[key];
  if (!Array.isArray(list)) return [];
  return list
    .filter((name): name is string => typeof name === 'string')
    .map((name) => (/^\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]+$/u.test(name) ? name : transliterate(name)))
    .filter((name) => name !== '');
}
