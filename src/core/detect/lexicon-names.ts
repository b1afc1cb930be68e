import { eitherNames, femaleNames, maleNames } from './model/first-names.ts';
import { decodeFilter, type WordFilter } from './model/word-filter.ts';

/** What a first name says of its bearer: `either` when it is given to women and men. */
export type NameGender = 'female' | 'male' | 'either';

let filters: readonly (readonly [NameGender, WordFilter])[] | undefined;

function lookUp(word: string): NameGender | null {
  filters ??= [
    ['either', decodeFilter(eitherNames)],
    ['female', decodeFilter(femaleNames)],
    ['male', decodeFilter(maleNames)],
  ];
  for (const [gender, filter] of filters) if (filter.has(word)) return gender;
  return null;
}

/**
 * The gender of a first name, or null when the word is not a known first name. Of a hyphenated name
 * (`Jean-Marie`, `Anne-Sophie`) the first part decides, when all its parts are names.
 *
 * @param word a name as `foldName` gives it
 */
export function firstNameGender(word: string): NameGender | null {
  const known = lookUp(word);
  if (known !== null || !word.includes('-')) return known;
  const parts = word.split('-').slice(0, 4).map(lookUp);
  return parts.includes(null) ? null : (parts[0] ?? null);
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
  'josh:joshua nate:nathan newt:newton russ:russell zach:zachary sasha:alexander volodya:vladimir steph:stephanie mandy:amanda ' +
  'connie:constance dima:dmitri dmitry:dmitri misha:mikhail kolya:nikolai lyosha:alexei alyosha:alexei vanya:ivan pasha:pavel zhenya:evgeny ' +
  'yura:yuri katya:ekaterina masha:maria natasha:natalia olya:olga tanya:tatiana lena:elena kostya:konstantin seryozha:sergei ' +
  'archie:archibald artie:arthur bart:bartholomew bert:albert cal:calvin cam:cameron christie:christine chrissie:christine cindy:cynthia ' +
  'clem:clement cliff:clifford dolly:dorothy dot:dorothy ellie:eleanor nell:eleanor ernie:ernest frank:francis frankie:francis fran:frances ' +
  'gene:eugene gus:augustus herb:herbert hal:henry jake:jacob jamie:james jeannie:jean jess:jessica jessie:jessica judy:judith ' +
  'lenny:leonard leo:leonard lou:louis louie:louis lottie:charlotte lexi:alexandra sandy:alexandra mo:mohammed mollie:mary molly:mary ' +
  'nancy:ann ned:edward nellie:helen norm:norman ollie:oliver patty:patricia patti:patricia trish:patricia tricia:patricia ' +
  'penny:penelope percy:percival reg:reginald reggie:reginald rudy:rudolph ricky:richard rob:robert robbie:robert sally:sarah sid:sidney ' +
  'tammy:tamara terri:theresa terry:terence tess:theresa tina:christina toni:antonia trudy:gertrude val:valerie vern:vernon viv:vivian ' +
  'wally:walter wes:wesley winnie:winifred zach:zachary zack:zachary manny:emmanuel pepe:jose paco:francisco pancho:francisco nacho:ignacio ' +
  'lupe:guadalupe memo:guillermo quique:enrique beto:alberto sepp:josef hansi:johann uli:ulrich ulli:ulrich fritz:friedrich heinz:heinrich ' +
  'willy:wilhelm lisi:elisabeth lisbeth:elisabeth greta:margarete gretchen:margarete sigi:siegfried wolfi:wolfgang';

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
