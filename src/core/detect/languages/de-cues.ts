import { inflect } from './de-inflect.ts';

/** Verbs that say nothing but that someone speaks, in the forms of newspapers. */
export const strong = `
  ${inflect('sagen erklären betonen meinen twittern')}
  schreibt schrieb schrieben schreiben schreibe geschrieben so
  fügt fügte fügten füge hinzu hinzugefügt hinzufügt hinzufügte`;

/** Verbs that announce speech in nearly every sentence of a newspaper. */
export const usual = `
  ${inflect(`mit+teilen berichten äußern kritisieren an+kündigen warnen fordern behaupten antworten fragen ergänzen
    versichern verkünden bekräftigen loben bezeichnen erzählen erläutern bemerken ein+räumen argumentieren vermuten
    bestätigen dementieren mahnen konstatieren resümieren kommentieren entgegnen erwidern beteuern beklagen klagen
    prophezeien urteilen beurteilen zitieren lauten fest+stellen klar+stellen schildern scherzen spotten witzeln
    schwärmen schimpfen jubeln bilanzieren berichtigen korrigieren präzisieren monieren bemängeln an+merken
    verlautbaren posten notieren wiederholen verdeutlichen zusammen+fassen hinterfragen signalisieren
    bezweifeln beschwichtigen an+prangern verurteilen rechtfertigen unterstellen gratulieren prognostizieren
    versprechen ein+wenden nach+fragen nach+haken zurück+fragen flüstern rufen brüllen seufzen murmeln grummeln
    appellieren plädieren empfehlen verteidigen würdigen bedauern begrüßen befürchten`)}
  unterstreicht unterstrich unterstrichen unterstreichen verweist verwies verwiesen verweisen nennt nannte nannten nennen
  genannt nenne spricht sprach sprachen sprechen gesprochen gibt gab gaben heißt hieß heiße geheißen stellt stellte stellten
  widersprach widerspricht widersprachen beschrieb beschreibt beschrieben beschreiben strich streicht wandte wendet
  hervorhob hob hoben hervorgehoben rief riefen ruft gerufen verlautete verlauten verlautet bekannte bekennt
  räumte räumt bekanntgab gestand gesteht zugab unterbreitete warf werfe warfen einwarf eingeworfen empfahl empfiehlt
  versprach verspricht versprochen schlug schlägt entfuhr befand befindet befanden`;

/** Verbs that announce speech when a quotation stands close by. */
export const weak = `
  ${inflect(`glauben hoffen begründen verlangen drohen rechnen reagieren skandieren melden titeln formulieren werten
    charakterisieren beschuldigen führen aus+führen bewerten ein+schätzen erinnern wünschen erwarten brandmarken
    attestieren bescheinigen preisen rügen tadeln geißeln attackieren vergleichen zeigen weigern hadern trösten erhoffen
    verkündigen sichern zu+sichern kontern zu+stimmen beantworten danken vertrösten beschwören an+deuten
    bilden veröffentlichen bemühen beziffern deuten begrüßen rätseln grüßen erkundigen resignieren wundern
    freuen ärgern beschweren empören verlesen drücken aus+drücken raten legen zusagen bestreiten fassen ermuntern`)}
  sieht sah sahen sehen findet fand fanden finden hält hielt hielten halten halte wirft vorgeworfen weist wies wiesen weise
  zurückgewiesen hingewiesen singt sang gesungen denkt dachte dachten weiß wusste wussten will wollte wollten empfindet
  empfand setzt setzte schließt schloss lehnt lehnte lehnten rät riet riete bat baten bittet gebeten griff griffen wertet
  bestritt bestreitet wandten lässt ließ ließen verglich vergleicht vertritt vertrat vertreten steht stand warb wirbt
  fuhr fährt`;

export const assertions = `
  ${inflect('sagen erklären betonen meinen berichten behaupten')}
  schreibt schrieb schrieben teilte teilten äußerte äußerten`;

export const ambiguous = 'so heißt gibt gab stellt stellte will wollte setzt führt führte zeigt';

/** Verbs whose object speaks: „…“, zitiert die Zeitung den Minister. */
export const quoters = 'zitiert zitierte zitierten zitieren zitiere';

export const cueNouns = `
  aussage aussagen angaben ansicht meinung erklärung stellungnahme mitteilung worten worte wort bericht forderung
  forderungen vorwurf vorwürfe kritik behauptung begründung parole slogan motto appell aufruf frage antwort ankündigung
  warnung rede interview auffassung einschätzung überzeugung fazit satz these botschaft reaktion kommentar urteil
  bilanz versprechen zitat ausspruch devise bemerkung beschreibung formulierung darstellung`;

/** Nouns that name a source behind „nach“ (nach Angaben der Polizei) or before it (ihrer Meinung nach). */
export const sourceNouns = `
  angabe angaben ansicht ansichten meinung auffassung worten aussage aussagen darstellung darstellungen einschätzung
  überzeugung bewertung informationen erkenntnissen bekunden auskunft lesart beobachtung berichten bericht urteil
  schilderung schilderungen erinnerung wahrnehmung interpretation idee vorstellung vorstellungen dafürhalten
  ermittlungen berechnungen schätzung schätzungen`;

/** First subjunctives, in which German reports what another said. */
export const reported = `
  sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe bleibe lasse mache nehme sehe wisse liege
  führe bringe finde halte brauche handle handele fehle drohe zeige gelte biete bedeute erwarte verstehe treffe trage
  bestehe gehöre stelle setze laufe verliere wäre wären hätten würden würde hätte könnten müssten seit-sei zwinge spiele
  betrage diene ermögliche entspreche kenne denke glaube hoffe entstehe scheine schade verdiene tue gerate ziele`;
