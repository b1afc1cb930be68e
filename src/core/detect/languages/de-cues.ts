/** Verbs that say nothing but that someone speaks, in the forms of newspapers. */
export const strong = `
  sagt sagte sagten sagen gesagt schreibt schrieb schrieben schreiben geschrieben erklärt erklärte erklärten erklären
  betont betonte betonten betonen meint meinte meinten fügt fügte fügten hinzu hinzugefügt so twitterte`;

/** Verbs that announce speech in nearly every sentence of a newspaper. */
export const usual = `
  teilt teilte teilten mitgeteilt berichtet berichtete berichteten berichten äußert äußerte äußerten geäußert
  kritisiert kritisierte kritisierten kündigt kündigte kündigten angekündigt warnt warnte warnten gewarnt
  fordert forderte forderten gefordert behauptet behauptete behaupteten antwortet antwortete antworteten
  fragt fragte fragten ergänzt ergänzte ergänzten unterstreicht unterstrich unterstrichen versichert versicherte
  versicherten verkündet verkündete bekräftigt bekräftigte bekräftigten lobt lobte verweist verwies verwiesen
  bezeichnet bezeichnete bezeichneten nennt nannte nannten spricht sprach sprachen erzählt erzählte erzählten
  erläutert erläuterte erläuterten bemerkt bemerkte räumt räumte räumten gibt gab argumentiert argumentierte
  argumentierten vermutet vermutete bestätigt bestätigte bestätigten dementiert dementierte mahnt mahnte mahnten
  konstatiert konstatierte resümiert resümierte kommentiert kommentierte kommentierten entgegnet entgegnete
  erwidert erwiderte beteuert beteuerte beklagt beklagte beklagten klagt klagte prophezeit urteilt urteilte
  zitiert zitierte zitierten heißt hieß lautet lautete lauteten stellt stellte`;

/** Verbs that announce speech when a quotation stands close by. */
export const weak = `
  sieht sah sahen findet fand hält hielt glaubt glaubte hofft hoffte wirft warf warfen vorgeworfen begründet
  begründete begründeten verlangt verlangte verlangten verteidigt verteidigte verspricht versprach droht drohte
  rechnet rechnete begrüßt begrüßte begrüßten bedauert bedauerte bedauerten weist wies wiesen zeigt zeigte
  reagiert reagierte ruft rief riefen singt sang skandierten skandierte meldet meldete meldeten titelt titelte
  formuliert formulierte formulierte plädiert plädierte appelliert appellierte wertet wertete werteten beschreibt
  beschrieb beschrieben charakterisiert charakterisierte denkt dachte weiß wusste will wollte empfindet empfand
  setzt setzte beschuldigt beschuldigte lehnt lehnte lehnten schließt schloss rät riet führt führte`;

export const assertions = `
  sagt sagte sagten erklärt erklärte erklärten betont betonte betonten meint meinte meinten schreibt schrieb
  schrieben berichtet berichtete berichteten teilte teilten behauptet behauptete behaupteten äußerte`;

export const ambiguous = 'so heißt gibt gab stellt stellte will wollte setzt führt führte zeigt';

export const cueNouns = `
  aussage aussagen angaben ansicht meinung erklärung stellungnahme mitteilung worten bericht forderung vorwurf vorwürfe
  kritik behauptung begründung parole slogan motto appell aufruf frage antwort ankündigung warnung rede interview`;
