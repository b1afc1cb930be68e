import { firstNameGender } from './lexicon-names.ts';
import { begins, wordAt, type NameText } from './name-runs.ts';
import type { NameMention } from './person-mention.ts';
import { titlesOf } from './title.ts';
import { wordSet } from './words.ts';

/** So far behind a name a pronoun is taken for its echo. */
const reach = 25;

/**
 * A person's gender from titles (which count most), relations and first names; where these tell nothing or contradict each other, from
 * the pronouns that follow the name before anyone else is named. Null when nothing tells it.
 *
 * @param named tokens at which any name starts
 */
export function personGender(
  text: NameText,
  mentions: readonly NameMention[],
  named: ReadonlySet<number>,
): 'female' | 'male' | null {
  let balance = 0;
  for (const mention of mentions) {
    if (mention.gender === null) continue;
    const titled = mention.before?.gender === mention.gender;
    const weight = titled ? 3 : mention.after?.gender === mention.gender ? 2 : 1;
    balance += mention.gender === 'female' ? weight : -weight;
  }
  if (balance !== 0) return balance > 0 ? 'female' : 'male';
  const echo = echoBalance(text, mentions, named);
  if (echo !== 0) return echo > 0 ? 'female' : 'male';
  if (mentions.some((mention) => mention.form.words.length > 1)) return null;
  const alone = firstNameGender(mentions[0]?.form.words[0] ?? '');
  return alone === 'either' ? null : alone;
}

/** Pronouns for a woman less those for a man after the names; 0 when they are too few or too mixed. */
function echoBalance(text: NameText, mentions: readonly NameMention[], named: ReadonlySet<number>): number {
  const titles = titlesOf(text.doc.language);
  const female = wordSet(titles.femalePronouns);
  const male = wordSet(titles.malePronouns);
  let women = 0;
  let men = 0;
  for (const mention of mentions.slice(0, 60)) {
    for (let i = mention.to; i < mention.to + reach && i < text.words.length; i++) {
      const word = wordAt(text, i);
      if (named.has(i) || text.begins[i] === begins.paragraph || quotationMarks.has(word.word)) break;
      if (female.has(word.lower)) women++;
      else if (male.has(word.lower)) men++;
    }
  }
  return women >= 3 * men || men >= 3 * women ? women - men : 0;
}

const quotationMarks = new Set(['"', '“', '”', '«', '»', '„']);
