import type { QuotationRecord } from '#core/annotation.ts';
import { tellingWords } from '#core/speaker-name.ts';
import { quoted } from './quoted.ts';
import { englishWords, type ExportWords, filled } from './export-words.ts';

/** Whose word it is who speaks, and what the machine's was where the reader has corrected that, as every format for people says it. */
export function whoseWord(quotation: QuotationRecord | null, words: ExportWords = englishWords): string {
  if (quotation === null) return words.chosen;
  const { status, speaker, detectedSpeaker } = quotation;
  // A name that the reader has said is nobody's was taken out of what is otherwise as detected.
  const isOther = status === 'corrected' || (status === 'detected' && speaker !== detectedSpeaker);
  return isOther ? filled(words.corrected, detected(quotation, words)) : words[status];
}

function detected(quotation: QuotationRecord, words: ExportWords): string {
  const { speaker, detectedSpeaker, detectedKind, detectedExact, mention } = quotation;
  const isOther = detectedKind !== undefined || detectedExact !== undefined;
  // As it had been shown: where no person was found, the article's own words stood for the speaker.
  const shown = mention === speaker ? null : tellingWords(mention);
  const name = (detectedSpeaker ?? shown ?? '').trim();
  return [
    // The speaker, where that was the machine's error.
    ...(isOther && speaker === detectedSpeaker ? [] : [name === '' ? words.nobody : name]),
    ...(detectedKind === undefined ? [] : [words.kinds[detectedKind]]),
    ...(detectedExact === undefined ? [] : [quoted(detectedExact)]),
  ].join(', ');
}
