import type { Language } from './language.ts';
import { ambiguous, assertions, cueNouns, inverting, strong, usual, weak } from './en-cues.ts';
import { adverbs, documents, otherVerbs, speakers, times } from './en-words.ts';

/** English. Written for this project. */
export const en: Language = {
  code: 'en',
  common:
    'the and of to in that is was for with his on he as by at from who have has had not but they she said it',
  abbreviations: `mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt capt maj cmdr adm rev hon jr sr st mt ft
    pres sec supt det insp atty dept inc corp co ltd bros vs etc jan feb mar apr aug sept sep oct nov dec no vol fig al
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex
    va vt wash wis wyo d.c u.s u.k msgr br sgts messrs mme mlle dist est e.g i.e cf approx ph.d`,
  starters: `the a an he she it they we i you but and in on at for if when this that these those his her their its our my
    as after before while since because however so what who why how there here now then not one many some most no
    according despite during with by from although though meanwhile also still yet even both all another other asked`,
  elisions: '',
  enclitics: '',
  cues: { 3: strong, 2: usual, 1: weak },
  assertions,
  inverting,
  ambiguous,
  cueNouns,
  sourcePhrases: `according_to in_the_words_of in_the_view_of in_the_opinion_of per as_told_to courtesy_of`,
  sourceEndings: '',
  auxiliaries: `is are was were be been being am has have had having do does did will would could should may might must
    can cannot shall 's 're 've 'll 'd 'm ca wo ai gets got get`,
  verbs: otherVerbs,
  adverbs,
  prepositions: `of in on at by for with from to about as into over after before under during against between among
    through without within since until till toward towards upon via despite amid behind across near off per around outside
    inside above below like than along regarding concerning beyond beside besides onto throughout unlike following
    including up down out past amongst alongside given aboard`,
  determiners: `the a an this that these those one some many several two three four five six seven eight nine ten another
    every each any no both all most few other such half more certain either neither hundreds thousands dozens`,
  obliques: '',
  conjunctions: 'and or but nor yet',
  subordinators: `because if when while although though where whether whereas unless as since until before after once
    that how why lest provided`,
  relatives: 'who which that whom whose',
  pronouns: 'he she they it i we you who someone everyone everybody somebody nobody others',
  objectPronouns: 'him them me us himself herself themselves itself myself ourselves yourself her',
  possessives: 'his her their its my our your whose',
  speakers,
  documents,
  times,
  workNouns: `show film movie book song series program programme magazine album novel memoir column segment drama comedy
    headlined titled entitled author starring video hashtag documentary sitcom play musical poem essay article hit single
    podcast paper report episode story headline chapter painting exhibition game host hosted headed`,
  capitalNouns: false,
  verbSecond: false,
  dialogueDash: true,
};
