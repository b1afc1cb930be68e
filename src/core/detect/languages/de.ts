import {
  ambiguous,
  assertions,
  cueNouns,
  quoters,
  reported,
  sourceNouns,
  strong,
  usual,
  weak,
} from './de-cues.ts';
import { adverbs, documents, otherVerbs, speakerEndings, speakers, times } from './de-words.ts';
import type { Language } from './language.ts';

/** German. Written for this project; all cue verbs may stand before their subject. */
export const de: Language = {
  code: 'de',
  common:
    'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat',
  abbreviations: `dr prof hr fr nr bzw ca evtl ggf usw vgl str st abs art bd geb jh mio mrd inkl sog u.a z.b d.h v.a i.d.r
    dipl ing med phil jur jan feb mär apr jun jul aug sept okt nov dez max min tel vs`,
  starters: `der die das ein eine er sie es wir ich in im am an auf bei mit nach und aber doch auch so zu zum für von wie
    wenn als dies diese dieser`,
  elisions: '',
  enclitics: '',
  cues: { 3: strong, 2: usual, 1: weak },
  assertions,
  inverting: `${strong} ${usual}`,
  ambiguous,
  cueNouns,
  sourcePhrases: 'laut gemäß aus_sicht_von aus_sicht in_den_augen_von in_den_augen',
  sourceEndings: 'zufolge',
  sourceNouns,
  quoters,
  viewpoints: 'für',
  reported,
  speakerEndings,
  auxiliaries: `ist sind war waren sei seien wäre wären bin bist hat haben hatte hatten habe hätte hätten wird werden wurde
    wurden würde würden kann können konnte konnten könne könnte könnten muss müssen musste mussten müsse müsste soll sollen
    sollte sollten solle darf dürfen durfte dürfe dürfte mag mögen möchte wolle wollen worden gewesen`,
  verbs: otherVerbs,
  adverbs,
  prepositions: `in im an am auf bei beim mit nach von vom zu zum zur für über unter vor hinter neben zwischen durch um gegen
    ohne aus seit bis während wegen trotz laut gegenüber ab außer innerhalb außerhalb anlässlich angesichts ins ans`,
  determiners: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes
    alle allen aller kein keine keinen keinem mehrere einige viele manche zwei drei vier fünf sechs sieben acht neun zehn
    beide beiden andere anderen weitere weiteren solche mancher`,
  obliques: `den dem des einen einem eines diesen diesem dieses jenen jenem seinen seinem seines ihren ihrem ihres unseren
    unserem meinen meinem keinen keinem allen vielen beiden`,
  conjunctions: 'und oder sondern sowie',
  subordinators: 'dass daß weil wenn als ob obwohl nachdem bevor damit während indem sodass da wie',
  relatives: 'welcher welche welches wer was dessen deren',
  pronouns: 'er sie es ich wir ihr man jemand niemand',
  objectPronouns: 'ihn ihm ihnen mich mir uns euch sich dich dir',
  possessives:
    'sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres mein meine unser unsere unseren',
  speakers,
  documents,
  times,
  workNouns: `film buch roman serie sendung lied album magazin titel song stück artikel zeitschrift zeitung band projekt
    programm aktion initiative name namens kampagne schiff operation`,
  capitalNouns: true,
  verbSecond: true,
  dialogueDash: false,
};
