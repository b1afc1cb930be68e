/** A name in CSL-JSON: of a person, or `literal` for whatever has no parts. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** What stands before the names. */
const BY = /^\s*(?:by|von|par|por|di|da|text|texte)\s*:?\s+/i;
/** What stands between two names. */
const BETWEEN = /\s*(?:[,;&|/•·]|\s(?:and|und|et|y|e|with|mit)\s)\s*/i;
/** What tells that it is nobody's name. */
const NOT_A_NAME =
  /\b(?:staff|desk|agenc(?:y|ies)|team|redaktion|rédaction|reuters|press|afp|dpa|news|editors?|correspondents?|bureau|editorial)\b/i;
/** What belongs to the family name that follows. */
const PARTICLE =
  /^(?:van|von|vom|zu|zur|zum|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|bin|ibn|al|el|af|av)$/i;

/** Longest byline that is taken apart, in UTF-16 units. */
const LONGEST = 1_000;

/**
 * The authors whom a byline names: “By Ann Teller and Jo van Dyk” gives Teller, Ann and van Dyk, Jo. What does not look like a name stays
 * as it is; the outlet itself is no author.
 */
export function authorsOf(byline: string, outlet: string): readonly CslName[] {
  const text = byline.slice(0, LONGEST).replace(/\s+/g, ' ').trim().replace(BY, '');
  const parts = text.split(BETWEEN).map((part) => part.trim());
  return parts.filter((part) => part !== '' && part !== outlet.trim()).map(nameOf);
}

function nameOf(name: string): CslName {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5 || NOT_A_NAME.test(name) || /[\d()@]/.test(name)) {
    return { literal: name };
  }
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] ?? '')) first--;
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') };
}
