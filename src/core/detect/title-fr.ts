import type { Titles } from './title.ts';

/** French titles, roles and pronouns. */
export const titlesFr: Titles = {
  femaleHonorifics: 'mme mmes mlle madame mademoiselle reine princesse duchesse soeur sœur',
  maleHonorifics: 'm mm mr monsieur messieurs roi prince duc comte abbé père frère pape',
  honorifics: 'me maître dr docteur pr professeur mgr monseigneur général colonel capitaine',
  roles:
    'ministre député-e maire juge élu-e porte-parole secrétaire chef cheffe économiste politologue journaliste responsable ' +
    'membre analyste spécialiste artiste cinéaste diplomate capitaine commissaire leader philosophe sociologue premier-ministre',
  femaleRoles:
    'présidente députée sénatrice directrice conseillère candidate avocate procureure écrivaine auteure autrice actrice ' +
    'chanteuse chercheuse historienne professeure ambassadrice première-ministre femme épouse veuve mère fille sœur ' +
    'cofondatrice fondatrice vice-présidente patronne adjointe élue militante entraîneuse',
  maleRoles:
    'président député sénateur directeur conseiller candidat avocat procureur écrivain auteur acteur chanteur chercheur ' +
    'historien professeur ambassadeur chancelier mari époux veuf père fils frère cofondateur fondateur vice-président ' +
    'patron adjoint élu militant entraîneur roi prince homme',
  modifiers:
    'premier première ancien ancienne ex vice futur future nouveau nouvelle général générale adjoint adjointe',
  links: "de du des d' à au aux pour en",
  femalePronouns: 'elle la',
  malePronouns: 'il lui le',
  pointers: "le la l' ce cet cette",
  relatives: 'qui dont que',
  groups: 'gouvernement famille parti fondation équipe administration camp',
};
