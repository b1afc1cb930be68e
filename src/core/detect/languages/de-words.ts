/** Nouns of people, offices and groups that speak in German newspapers, lower-cased. */
export const speakers = `
  präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin
  ministerpräsident ministerpräsidentin außenminister außenministerin innenminister innenministerin finanzminister
  verteidigungsminister bundesinnenminister bundesaußenminister justizminister justizministerin premierminister premier
  premierministerin staatssekretär staatssekretärin sprecher sprecherin regierungssprecher regierungssprecherin
  polizeisprecher polizeisprecherin unternehmenssprecher pressesprecher vorsitzende vorsitzender parteivorsitzende
  parteivorsitzender fraktionsvorsitzende fraktionsvorsitzender fraktionschef fraktionschefin parteichef parteichefin chef
  chefin generalsekretär generalsekretärin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
  abgeordnete abgeordneter abgeordneten politiker politikerin politikern experte expertin experten forscher forscherin
  forschern wissenschaftler wissenschaftlerin wissenschaftlern professor professorin autor autorin autoren journalist
  journalistin journalisten anwalt anwältin anwälte richter richterin staatsanwalt staatsanwältin staatsanwaltschaft polizei
  polizist polizisten beamte beamter beamten zeuge zeugin zeugen augenzeugen kritiker kritikerin gegner demonstranten
  aktivist aktivistin aktivisten opposition regierung bundesregierung partei fraktion gewerkschaft verband behörde behörden
  ministerium gericht unternehmen konzern organisation umweltschützer greenpeace zeitung magazin sender agentur
  nachrichtenagentur botschafter botschafterin direktor direktorin leiter leiterin geschäftsführer geschäftsführerin
  trainer trainerin spieler spielerin arzt ärztin ärzte lehrer lehrerin schüler studenten eltern mutter vater frau mann
  männer frauen bewohner anwohner bürger wähler mitarbeiter mitarbeiterin kollege kollegen kommission ausschuss rat
  papst bischof kardinal general oberst kommandeur analyst analysten ökonom ökonomen historiker kommissar kommissarin
  veranstalter betreiber hersteller gründer gründerin senator senatorin gouverneur könig königin sohn tochter bruder`;

export const documents = `
  bericht studie erklärung mitteilung pressemitteilung brief artikel schreiben gutachten urteil gesetz antrag plakat
  schild flugblatt umfrage dokument buch papier text`;

export const times = `
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni juli
  august september oktober november dezember woche jahr jahre jahren monat monate tag tage tagen abend morgen mittag
  nacht uhr stunde stunden minuten wochenende zeit zeiten heute gestern`;

export const otherVerbs = `
  geht ging gingen kommt kam kamen steht stand standen liegt lag lagen macht machte machten lässt ließ ließen bleibt blieb
  blieben bringt brachte brachten nimmt nahm nahmen trifft traf trafen zieht zog zogen beginnt begann endet endete
  beteiligt beteiligte gewinnt gewann verliert verlor arbeitet arbeitete lebt lebte fährt fuhr läuft lief tritt trat
  erhält erhielt erhielten bekommt bekam wurde wird werden kann konnte konnten muss musste mussten soll sollte sollten darf
  durfte scheint schien beträgt betrug gilt galt dient diente stimmt stimmte stimmten plant plante geplant findet statt`;

export const adverbs = `
  hin heraus hervor zurück fest wörtlich folgt näher zwar darunter derzeit tatsächlich dahingehend
  auch nicht noch schon nur sehr dann jetzt hier dort heute gestern morgen wieder bereits jedoch aber allerdings zudem
  außerdem weiter weiterhin ferner unterdessen inzwischen dagegen deshalb daher damit dazu dabei darauf davon darüber
  zuvor später danach zunächst erst immer nie oft mehr fast etwa rund mindestens ebenfalls gleichzeitig hingegen
  schließlich ausdrücklich wörtlich laut-eigenen öffentlich mittlerweile offenbar offensichtlich natürlich vielleicht`;

/** Ends of compounds that speak: CDU-Generalsekretär, Landesumweltamt. */
export const speakerEndings = `
  präsident präsidentin minister ministerin sekretär sekretärin sprecher sprecherin chef chefin vorsitzende vorsitzender
  vorsitzenden experte expertin experten politiker politikerin kandidat kandidatin kanzler kanzlerin anwalt anwältin amt
  ministerium gericht gerichtshof behörde polizei partei fraktion regierung kommission verband bund verein gewerkschaft
  agentur zeitung sender institut stiftung organisation direktor direktorin leiter leiterin meister meisterin trainer
  trainerin forscher forscherin beauftragte beauftragter beauftragten vertreter vertreterin vertretung kollege kollegin
  rat rätin richter richterin vorstand verwaltung gesellschaft initiative bewegung unternehmen konzern
  feuerwehr wehr kirche klinik senat senator senatorin ausschuss abgeordnete abgeordneter leute geschwister wirt wirtin
  händler händlerin besitzer besitzerin inhaber inhaberin bäuerin lehrer lehrerin arzt ärztin forum werke betriebe union
  ingenieur ingenieurin biologe biologin historiker historikerin psychologe soziologe ökologe ökonom`;
