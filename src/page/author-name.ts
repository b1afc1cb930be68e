import { plainText } from './plain-text.ts';

const LEAD =
  /^\s*(?:written by|story by|reported by|exclusive by|words by|text by|by|von|par|por|di|door|av|af|od|autor(?:in)?|autore|auteur|yazar|text|texto|texte|penulis|reporter|quelle|source|記者|记者|文)\s*(?::\s*|\s+(?=\S))/i;
/** Parts of a line of authors that say what somebody is, where, or when. */
const OFFICE =
  /\b(?:editor|reporter|correspondent|writer|columnist|journalist(?:in)?|producer|contributor|photographer|analyst|critic|fellow|bureau chief|korrespondent(?:in)?|redakteur(?:in)?|volontär(?:in)?|autor(?:in)?|fotograf(?:in)?|journaliste|correspondant|redactora?|periodista|jornalista|giornalista|redattore|muhabir|editör|redacteur|verslaggever|journalist)\b/i;
/** Desks and newsrooms, which are no people. */
const DESK =
  /\b(?:redaktion|editorial|staff|admin|administrator|redacción|redação|rédaction|redazione|redactie|redakce|redakcja|newsroom|news ?desk|web ?desk|digital desk|news|nachrichten|online|agency|agencies|nachrichtenagentur|press|media|team|board|desk|developer|newspaper|magazine|tv|radio|ajansı|ajans|zeitung|times|post|guest|unknown|facebook|twitter|instagram|autor(?:innen|en)|our correspondent)\b/i;
/** News agencies, which are named as the author of what they send. */
const AGENCY =
  /^(?:afp|ap|dpa|apa|sid|epd|kna|afx|ansa|efe|upi|pti|ani|ians|ntb|tt|ritzau|stt|belga|anp|cp|pa|reuters|bloomberg|xinhua|tass|lusa|keystone-sda|sda|čtk|tasr|pap|mti|aap|aa|dha|iha|kyodo|yonhap|associated press|the associated press|agence france-presse|anadolu ajansı|anadolu agency|canadian press|the canadian press|press association|deutsche presse-agentur)$/i;
/** Not a name: an address, a time, a site. */
const NO_NAME =
  /[@{}<>|\d“”"?!…]|https?:|\b[\w-]+\.(?:com|org|net|de|at|ch|be|nl|fr|it|es|is|tr|jp|uk|tv|co)\b/i;
/** Between the names of a line; a slash too, where names stand on both sides. */
const BETWEEN = /\s*(?:[,;|•·、/]|\s[–—-]\s|\s+(?:and|und|et|y|og|och|ve|dan|&)\s+|\s+e\s+(?=\p{Lu}))\s*/u;

/** The names in a line of authors, as they are written; what is no name is still among them. */
export function splitNames(text: string): string[] {
  return (plainText(text) ?? '')
    .slice(0, 1_000)
    .replace(/\s*\([^()]{0,40}\)/g, '')
    .replace(LEAD, '')
    .split(BETWEEN)
    .map((name) =>
      name
        .replace(LEAD, '')
        .replace(/[\s:.*]+$/, (end) => (end === '.' && /\b\p{Lu}$/u.test(name) ? end : ''))
        .trim(),
    )
    .filter((name) => name !== '');
}

/**
 * Whether these words can be a person's name: not an office, a desk, an address or a sentence.
 * @param sure the page says that it is a person; pen names in small letters are taken then
 */
function isPersonName(name: string, sure = false): boolean {
  if (name.length < 2 || name.length > 60 || NO_NAME.test(name)) return false;
  if (DESK.test(name) || OFFICE.test(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > 6) return false;
  if (/^[\p{Lo}・·\s]+$/u.test(name)) return true;
  return sure ? name.length >= 3 : name.length >= 3 && /\p{Lu}/u.test(name);
}

export const isAgency = (name: string): boolean => AGENCY.test(name.trim());

/** Whether these words name an author: a person, or an agency. */
export const isAuthorName = (name: string, sure = false): boolean =>
  AGENCY.test(name) || isPersonName(name, sure);

/** Whether these words look like a full name by themselves: two to four words, each with a capital but for particles. */
export function looksLikeFullName(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    isPersonName(name) &&
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) =>
      /^(?:\p{Lu}[\p{L}.’'-]*|de|van|von|der|den|da|di|du|la|le|al|bin|el)$/u.test(word),
    ) &&
    /^\p{Lu}/u.test(words.at(-1) ?? '')
  );
}
