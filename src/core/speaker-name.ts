import type { QuotationRecord } from './annotation.ts';

/** Words that stand for somebody without saying who, in the languages that are detected. Lower case, straight apostrophes. */
const functionWords = new Set(
  [
    'i you he she it we they me him her us them one who whom whose which that this these those what',
    'himself herself itself themselves myself yourself ourselves some many most others other another all both each',
    'few several none everyone someone somebody anybody nobody everybody anyone and or of the',
    'ich du er sie es wir ihr ihn ihm ihnen uns euch man der die das dem den dieser diese dieses jener jene jenes',
    'wer wem wen welcher welche welches dessen deren selbst einer eine eines einige viele manche andere alle beide jemand niemand',
    "je j' tu il elle on nous vous ils elles lui leur eux moi toi soi qui que qu' quoi dont lequel laquelle lesquels lesquelles",
    "celui celle ceux celles ce c' cela ceci ça certains certaines plusieurs autres tous toutes",
  ].flatMap((line) => line.split(' ')),
);

/** Whether a word only stands for somebody: `they`, `Who`; not `US` or `IT`, which are names in capitals. */
function isFunctionWord(word: string): boolean {
  if (word.length > 1 && word === word.toUpperCase()) return false;
  return functionWords.has(word.toLowerCase());
}

/**
 * The words of the article that stand for a speaker, as they stand ("officials", "the Court of Rivers"); null when
 * they are nothing but words such as "they" or "who", which tell nobody's name.
 */
export function tellingWords(mention: string | null): string | null {
  const words = (mention ?? '').replaceAll('’', "'").match(/[\p{L}\p{N}'-]+/gu) ?? [];
  return words.every(isFunctionWord) ? null : mention;
}

/**
 * Who speaks, as it is shown: a person's name, else the article's own words for who it is, else null. The reader's
 * "nobody who is named" is not talked over by the words that he or she has corrected.
 */
export function speakerName(quotation: SpokenBy): string | null {
  const { speaker, mention, status, detectedSpeaker, detectedKind, detectedExact } = quotation;
  if (speaker !== null) return speaker;
  // A correction of the kind or the ends alone says nothing of the speaker.
  const isOther = detectedKind !== undefined || detectedExact !== undefined;
  if (status === 'corrected' && ((detectedSpeaker ?? null) !== null || !isOther)) return null;
  return tellingWords(mention);
}

type SpokenBy = Pick<QuotationRecord, 'speaker' | 'mention' | 'status'> &
  Partial<Pick<QuotationRecord, 'detectedSpeaker' | 'detectedKind' | 'detectedExact'>>;
