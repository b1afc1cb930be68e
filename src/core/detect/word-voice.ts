import { lex } from './lexicon.ts';
import type { Language } from './languages/language.ts';
import { wordSet } from './words.ts';

/** 2: speaks (a name, a person, an office); 1: may speak (a document, a group word); 0: hardly. */
export type Voice = 0 | 1 | 2;

const HUMAN_END =
  /(?:(?:[a-z]{2}(?:man|men|woman|women|person|people|ist|ists|ician|icians|crats?|ans))|[a-z]{4}(?:ers?|ors?))$/;
const NOT_HUMAN =
  /^(?:numbers?|papers?|matters?|powers?|orders?|letters?|dinners?|remembers?|centers?|computers?|errors?|corners?|summers?|winters?|chapters?|offers?|factors?|towers?|borders?|weathers?|rumors?|doctors|plans|loans|means|veterans|clans|fans|vans|answers?|behaviors?|favors?|humors?|labors?|rivers?|theaters?|quarters?|shoulders?|encounters?|sectors?|motors?|monitors?|trailers?|banners?|posters?|stickers?|covers?|servers?|layers?|disasters?)$/;
const GERMAN_HUMAN_END = /(?:in|innen|er|ler|ist|isten|chef|chefin|sprecher|minister|präsident)$/;

/** Whether a compound ends in a noun that speaks: `landesumweltamt`. */
function endsLikeSpeaker(word: string, endings: string): boolean {
  if (endings === '') return false;
  const set = wordSet(endings);
  for (let at = Math.max(0, word.length - 13); at < word.length - 2; at++)
    if (set.has(word.slice(at))) return true;
  return false;
}

/** Whether a common noun is one that speaks, by the lists (`bits` of `lex`) and by its ending. `lower` is in lower case. */
export function wordVoice(bits: number, lower: string, language: Language): Voice {
  if (lower.endsWith('-year-old')) return 2;
  const word = lower.slice(lower.lastIndexOf('-') + 1);
  if (bits & lex.document) return 1;
  if (bits & lex.speaker) return 2;
  if (bits & lex.time) return 0;
  if (language.code === 'en' && HUMAN_END.test(word) && !NOT_HUMAN.test(word)) return 2;
  if (endsLikeSpeaker(word, language.speakerEndings ?? '')) return 2;
  if (language.code === 'de' && GERMAN_HUMAN_END.test(word)) return 2;
  return 0;
}
