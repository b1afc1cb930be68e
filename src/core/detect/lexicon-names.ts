import { decodeFrontCoded } from './model/front-coded.ts';
import { eitherNames, femaleNames, maleNames } from './model/first-names.ts';
import { foldName } from './name-fold.ts';

/** What a first name says of its bearer: `either` when it is given to women and men. */
export type NameGender = 'female' | 'male' | 'either';

let table: Map<string, NameGender> | undefined;

function firstNames(): Map<string, NameGender> {
  if (table === undefined) {
    table = new Map();
    for (const name of decodeFrontCoded(femaleNames)) table.set(name, 'female');
    for (const name of decodeFrontCoded(maleNames)) table.set(name, 'male');
    for (const name of decodeFrontCoded(eitherNames)) table.set(name, 'either');
  }
  return table;
}

/**
 * The gender of a first name, or null when the word is not a known first name. Of a hyphenated name
 * (`Jean-Marie`, `Anne-Sophie`) the first part decides, when all its parts are names.
 *
 * @param word a name as `foldName` gives it
 */
export function firstNameGender(word: string): NameGender | null {
  const known = firstNames().get(word);
  if (known !== undefined) return known;
  if (!word.includes('-')) return null;
  const parts = word.split('-');
  const first = firstNames().get(parts[0] ?? '');
  if (first === undefined) return null;
  return parts.every((part) => firstNames().has(part)) ? first : null;
}

/** Pairs of forms of one first name that no rule of spelling relates. */
const shortForms =
  'bill:william billy:william will:william bob:robert rob:robert bobby:robert dick:richard rick:richard rich:richard jim:james jimmy:james ' +
  'jack:john johnny:john jon:jonathan tom:thomas tommy:thomas mike:michael mick:michael dave:david dan:daniel danny:daniel joe:joseph ' +
  'joey:joseph tony:anthony chuck:charles charlie:charles ed:edward eddie:edward ted:edward teddy:theodore ' +
  'ben:benjamin sam:samuel matt:matthew andy:andrew drew:andrew greg:gregory jeff:jeffrey geoff:geoffrey ken:kenneth ' +
  'larry:lawrence liz:elizabeth beth:elizabeth betsy:elizabeth kate:katherine kathy:katherine katie:katherine cathy:catherine ' +
  'peggy:margaret maggie:margaret meg:margaret sue:susan susie:susan debbie:deborah barb:barbara jenny:jennifer jen:jennifer ' +
  'becky:rebecca vicky:victoria chris:christopher nick:nicholas alex:alexander pat:patrick steve:steven ron:ronald don:donald ' +
  'gerry:gerald jerry:gerald harry:henry hank:henry pete:peter phil:philip ray:raymond stan:stanley tim:timothy vince:vincent ' +
  'walt:walter abe:abraham al:albert bernie:bernard mitch:mitchell marty:martin doug:douglas fred:frederick gabe:gabriel ' +
  'josh:joshua nate:nathan newt:newton russ:russell zach:zachary sasha:alexander volodya:vladimir steph:stephanie mandy:amanda';

let formal: Map<string, string> | undefined;

/** The full form of a short first name (`bob` → `robert`), or the name itself. Takes and gives folded names. */
export function formalName(name: string): string {
  formal ??= new Map(
    shortForms
      .split(' ')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
  );
  return formal.get(name) ?? name;
}

/** Whether a word of the text is a known first name. */
export function isFirstName(word: string): boolean {
  return firstNameGender(foldName(word)) !== null;
}
