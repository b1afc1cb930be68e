import { inflect } from './fr-inflect.ts';

/** Verbs that say nothing but that someone speaks. */
export const strong = `
  ${inflect(`demander ajouter déclarer expliquer affirmer crier murmurer répliquer estimer assurer indiquer préciser raconter
    souligner`)}
  dit disait disaient disent dire disant répond répondait répondent répondit répondu écrit écrivait écrivent écrivit s'écria`;

/** Verbs that announce speech in nearly every sentence of a newspaper. */
export const usual = `
  ${inflect(`lancer soupirer souffler annoncer rappeler confier insister noter observer commenter résumer dénoncer regretter
    témoigner juger marteler tweeter plaider évoquer répéter rétorquer saluer trancher ironiser glisser relever rassurer
    fustiger détailler tempérer nuancer avancer confirmer exposer constater remarquer analyser déplorer résumer protester
    argumenter plaisanter informer marteler asséner railler tonner tempêter  marmonner balayer clarifier suggérer persifler
    réaffirmer appuyer abonder objecter signaler arguer rapporter mentionner développer`)}
  reprit reprend reprenait repris poursuit poursuivait poursuivit poursuivi poursuivent conclut concluait conclu concluent
  reconnaît reconnaissait reconnu reconnut reconnaissent prévient prévenait prévenu préviennent avertit avertissait averti
  avertissent promet promettait promis promettent soutient soutenait soutenu soutiennent réagit réagissait réagi réagissent
  prétend prétendait prétendu prétendent admet admettait admis admettent sourit souriait renchérit réjouit réjouissait
  maintient maintenu maintenait convient convenu convenait entend garantit garanti craint défend défendait défendu`;

/** Verbs that announce speech with a reflexive pronoun before them: « … », s’indigne Ana Ruiz. */
export const reflexive =
  inflect(`exclamer interroger inquiéter agacer indigner étonner alarmer insurger écrier amuser
  emporter désoler enthousiasmer offusquer excuser`);

/** Verbs that announce speech when a quotation stands close by. */
export const weak = `
  ${reflexive}
  ${inflect(`appeler qualifier accuser critiquer parler penser espérer citer réclamer exiger proposer inviter considérer
    chanter scander reprocher revendiquer redouter vanter souhaiter pointer menacer demander condamner rejeter imaginer
    adresser présenter déplorer recommander`)}
  décrit décrivait décrivent croit croyait croient voit voyait voient veut voulait veulent craignait promit`;

export const assertions = `dit affirme affirmé déclare déclaré explique expliqué estime estimé assure assuré indique indiqué
  précise précisé soutient soutenu`;

/** Forms that are nouns as often. */
export const ambiguous = `critique note juge cite demande annonce lance invite tranche pense crie commande rapporte entend
  pointe menace glisse confirmation présente expose analyse commente adresse informe souffle réclame avance`;
