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
  cues: {
    3: `répondit demanda ajouta déclara expliqua affirma cria s'écria murmura répliqua dit disait disent dire affirme affirmait affirmé affirment déclare déclarait déclaré déclarent explique expliquait
      expliqué expliquent ajoute ajoutait ajouté ajoutent écrit écrivait écrivent estime estimait estimé estiment assure
      assurait assuré assurent indique indiquait indiqué indiquent précise précisait précisé précisent répond répondait
      répondu répondent raconte racontait raconté racontent souligne soulignait souligné soulignent`,
    2: `reprit lança soupira poursuivit souffla annonce annonçait annoncé annoncent rappelle rappelait rappelé confie confiait confié lance lançait lancé demande
      demandait demandé poursuit poursuivait poursuivi conclut concluait conclu reconnaît reconnaissait reconnu insiste
      insistait insisté note notait noté observe observait observé commente commentait commenté résume résumait résumé
      dénonce dénonçait dénoncé dénoncent regrette regrettait regretté prévient prévenait prévenu avertit averti promet
      promis promettait soutient soutenu soutenait témoigne témoignait témoigné témoignent juge jugeait jugé jugent
      martèle martelait martelé réagit réagi tweete tweeté plaide plaidait plaidé évoque évoqué prétend prétendait
      rapporte rapportait rapporté répète répétait répété réplique répliqué rétorque rétorqué s'exclame s'interroge
      interroge admet admis salue salué tranche ironise glisse s'inquiète relève relevé rassure fustige fustigé détaille`,
    1: `appelle appelait appelé qualifie qualifiait qualifié décrit décrivait accuse accusait accusé critique critiqué
      parle parlait parlé pense pensait pensé croit croyait voit voyait veut voulait espère espérait craint craignait
      défend défendait défendu cite cité réclame réclamé exige exigé propose proposait proposé invite invité juge
      considère considérait considéré crie criait crié chante scande scandaient reproche reproché revendique redoute`,
  },
  assertions: `dit affirme affirmé déclare déclaré explique expliqué estime estimé assure assuré indique indiqué précise
    précisé soutient soutenu`,
  inverting: `répondit demanda ajouta déclara expliqua affirma cria s'écria murmura répliqua reprit lança soupira dit disait affirme affirmait affirmé déclare déclarait déclaré explique expliquait expliqué ajoute ajoutait
    ajouté écrit écrivait estime estimait estimé assure assurait assuré indique indiquait indiqué précise précisait précisé
    répond répondait répondu raconte racontait raconté souligne soulignait souligné rappelle rappelait confie confiait
    confié lance lançait lancé demande demandait poursuit poursuivait conclut concluait reconnaît insiste insistait note
    notait observe commente résume dénonce regrette prévient avertit témoigne juge jugeait martèle réagit tweete plaide
    réplique rétorque s'exclame s'interroge admet ironise glisse relève s'inquiète tranche détaille répète rapporte`,
  ambiguous: 'critique note juge cite demande annonce lance invite tranche pense crie commande rapporte',
  cueNouns: `déclaration propos mots phrase formule appel promesse critique accusation réponse discours message tweet
    communiqué lettre avertissement slogan expression affirmation`,
  sourcePhrases: `selon d'_après d'après pour_reprendre_les_mots_de selon_les_mots_de au_dire_de aux_yeux_de de_l'_avis_de`,
  sourceEndings: '',
  auxiliaries: `est sont était étaient a ont avait avaient sera seront serait seraient aura auront aurait auraient fut furent
    été être avoir peut peuvent pouvait pourrait doit doivent devait devrait va vont allait ai as sommes avons`,
  verbs: `fait faisait font prend prenait prennent met mettait mettent vient venait viennent donne donnait donnent reste
    restait restent devient devenait tient tenait tiennent trouve trouvait trouvent passe passait passent arrive arrivait
    arrivent semble semblait semblent commence commençait rencontre rencontré reçoit reçu permet permettait`,
  adverbs: `pas plus ne aussi encore déjà toujours jamais très bien alors ainsi ensuite enfin puis hier aujourd'hui demain
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
