import { ambiguous, assertions, reflexive, strong, usual, weak } from './fr-cues.ts';
import type { Language } from './language.ts';

/** French. Written for this project; beside a quotation every cue verb may stand before its subject. */
export const fr: Language = {
  code: 'fr',
  common:
    'le la les de des et du un une en que est pour dans qui sur pas au par il elle avec ce ne sont se plus été',
  abbreviations:
    'm mm mme mlle dr pr st ste me mgr av bd etc cf ex art fig vol no p.-s janv févr avr juil sept oct nov déc',
  starters: 'le la les un une il elle ils elles on nous je ce cette ces mais et en dans pour selon à au',
  elisions: 'l d j n s m t c qu jusqu lorsqu puisqu quoiqu',
  enclitics: 'il elle ils elles on je',
  cues: { 3: strong, 2: usual, 1: weak },
  assertions,
  inverting: `${strong} ${usual} ${reflexive}`,
  ambiguous,
  cueNouns: `déclaration propos mots phrase formule appel promesse critique accusation réponse discours message tweet
    communiqué lettre avertissement slogan expression affirmation`,
  sourcePhrases: `selon_les_dires_de selon d'_après d'après pour_reprendre_les_mots_de selon_les_mots_de au_dire_de aux_yeux_de de_l'_avis_de`,
  sourceEndings: '',
  viewpoints: 'pour',
  auxiliaries: `est sont était étaient a ont avait avaient sera seront serait seraient aura auront aurait auraient fut furent
    été être avoir peut peuvent pouvait pourrait doit doivent devait devrait va vont allait ai as sommes avons`,
  verbs: `fait faisait font prend prenait prennent met mettait mettent vient venait viennent donne donnait donnent reste
    restait restent devient devenait tient tenait tiennent trouve trouvait trouvent passe passait passent arrive arrivait
    arrivent semble semblait semblent commence commençait rencontre rencontré reçoit reçu permet permettait`,
  adverbs: `aussitôt volontiers pourtant sobrement simplement d'emblée justement plutôt presque peut-être hélas
    récemment finalement pas plus ne aussi encore déjà toujours jamais très bien alors ainsi ensuite enfin puis hier aujourd'hui demain
    ici là notamment également surtout seulement même pourtant cependant toutefois désormais d'abord longtemps souvent y`,
  prepositions: `de à en dans par pour sur avec sans sous chez vers entre depuis pendant après avant contre malgré dès lors
    parmi devant derrière jusqu'à au aux du selon d d' face près`,
  determiners: `le la les l l' un une des ce cet cette ces chaque quelques plusieurs tout toute tous toutes aucun aucune deux
    trois quatre cinq six sept huit neuf dix certains certaines autres autre nombreux nombreuses`,
  obliques: '',
  conjunctions: 'et ou mais ni car',
  subordinators: "que qu qu' si quand lorsque puisque parce comme tandis alors où comment pourquoi",
  relatives: 'qui dont laquelle lequel lesquels lesquelles',
  pronouns: 'il elle ils elles on je j nous vous',
  objectPronouns: "lui leur me m te se s y en eux se s' m' j'",
  possessives: 'son sa ses mon ma mes notre nos votre vos leurs',
  speakers: `président présidente ministre premier-ministre porte-parole chef cheffe directeur directrice maire député députée
    députés sénateur sénatrice sénateurs secrétaire avocat avocate avocats juge procureur procureure policier policiers police
    médecin médecins professeur professeure expert experte experts chercheur chercheuse chercheurs journaliste journalistes
    auteur autrice écrivain responsable responsables patron patronne syndicat syndicats syndicaliste association collectif
    gouvernement opposition parti entreprise groupe ministère tribunal candidat candidate dirigeant dirigeante dirigeants élu
    élue élus habitant habitante habitants témoin témoins manifestant manifestants militant militante militants étudiant
    étudiante étudiants mère père frère sœur fils fille homme femme hommes femmes agriculteur agriculteurs voisin voisine
    voisins conseiller conseillère ambassadeur ambassadrice général colonel évêque pape entraîneur joueur historien
    historienne économiste économistes sociologue analyste analystes représentant représentante préfet préfète autorités
    préfecture mairie trésorier trésorière réalisateur réalisatrice cinéaste ouvrier ouvrière employé employée salarié
    salariée salariés riverain riveraine riverains commerçant commerçante commerçants adjoint adjointe président-directeur
    vice-président vice-présidente ingénieur ingénieure infirmier infirmière pêcheur pêcheurs éleveur éleveuse boulanger
    boulangère libraire bénévole bénévoles passager passagère proviseur proviseure enseignant enseignante enseignants
    hydrologue biologiste géologue climatologue politologue philosophe pompier pompiers gendarme gendarmes magistrat
    magistrate commissaire commission cour compagnie direction fédération confédération intersyndicale région
    département métropole conseil comité institut ministre-président accusé accusée victime victimes défense prévenu
    capitaine lieutenant sélectionneur sélectionneuse attaquant attaquante gardien gardienne
    source sources journal quotidien agence chancelier chancelière roi reine gérant gérante fondateur fondatrice`,
  documents:
    'rapport communiqué lettre étude article texte document sondage loi décision livre message tweet pancarte banderole',
  times: `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre semaine mois année années jour jours soir matin midi nuit heure heures hier aujourd'hui`,
  workNouns: `film livre roman série émission chanson album magazine titre pièce article revue intitulé intitulée titré
    opération projet plan mouvement collectif`,
  capitalNouns: false,
  verbSecond: true,
  dialogueDash: true,
};
