import { wordAt, type NameText } from './name-runs.ts';
import type { Paragraph } from './document.ts';
import type { MentionRole } from './types.ts';

/** Longer paragraphs, in tokens, are stories whatever they open with. */
const lineLimit = 45;

/** Words that open a line with the names of those who wrote, by their number of words at most three. */
const bylineOpenings = new Set(
  (
    'by|from|written by|story by|words by|text by|report by|reported by|reporting by|additional reporting by|editing by|compiled by|' +
    'edited by|with reporting by|opinion by|analysis by|review by|contributed by|video produced by|von|par|texte de|avec'
  ).split('|'),
);
/** The same for those who took the pictures. */
const creditOpenings = new Set(
  'photo|photos|photo by|photos by|photograph|photographs|photograph by|photographs by|photography by|image|images|picture|pictures|picture by|illustration|illustration by|illustrations by|graphic by|video by|credit|foto|fotos|foto von|bild|crédit|crédit photo|photo de'.split(
    '|',
  ),
);
/** Openings that are common words of stories too: the line must hold little but names. */
const weakOpenings = new Set(['by', 'from', 'von', 'par', 'avec', 'photo', 'image', 'picture', 'video by']);

/** What the words of a line tell of the people it names: authors, photographers, or people of the story. */
export function lineRole(text: NameText, { from, to }: Paragraph): MentionRole {
  if (to - from > lineLimit || to - from < 2) return 'story';
  let opening = '';
  let byline = false;
  let credit = false;
  for (let i = from; i < Math.min(to, from + 3); i++) {
    opening += (i > from ? ' ' : '') + wordAt(text, i).lower;
    const open = creditOpenings.has(opening) || bylineOpenings.has(opening);
    if (!open || !(startsName(text, i + 1) || wordAt(text, i + 1).word === ':')) continue;
    if (weakOpenings.has(opening) && !onlyNames(text, i + 1, to)) continue;
    if (creditOpenings.has(opening)) credit = true;
    else byline = true;
  }
  if (credit) return 'credit';
  return byline || contributes(text, from, to) ? 'byline' : 'story';
}

function startsName(text: NameText, i: number): boolean {
  const word = wordAt(text, i);
  return word.capital || word.title || word.particle;
}

/** Whether a line holds capitalised words, small links and dates only. */
function onlyNames(text: NameText, from: number, to: number): boolean {
  let small = 0;
  for (let i = from; i < to; i++) {
    const word = wordAt(text, i);
    if (word.word === '.' && i === to - 1) return false;
    if (word.lowerCase && !word.particle && !links.has(word.lower) && !word.role) small++;
  }
  return small <= 1;
}

const links = new Set('and in for of the with und et et de für im à staff'.split(' '));

/** `Anna Kovac and Peter Lindgren contributed reporting.` */
function contributes(text: NameText, from: number, to: number): boolean {
  if (!startsName(text, from)) return false;
  for (let i = from + 1; i < to - 1; i++) {
    const word = wordAt(text, i);
    if (word.lower === 'contributed') {
      const next = wordAt(text, i + 1).lower;
      return (
        next === 'reporting' ||
        next === 'research' ||
        (next === 'to' && objects.has(wordAt(text, i + 3).lower))
      );
    }
    if (word.lowerCase && !links.has(word.lower) && !word.particle && word.lower !== 'also') return false;
  }
  return false;
}

const objects = new Set(['report', 'article', 'story', 'reporting', 'piece', 'dispatch']);
