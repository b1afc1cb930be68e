import type { Titles } from './title.ts';

/** German titles, roles and pronouns. */
export const titlesDe: Titles = {
  femaleHonorifics: 'frau fräulein königin prinzessin fürstin gräfin',
  maleHonorifics: 'herr herrn könig prinz fürst graf papst',
  honorifics: 'dr prof ing mag dipl med phil',
  roles:
    'abgeordnete abgeordneter beauftragte beauftragter vorsitzende vorsitzender angeklagte angeklagter angestellte beamte ' +
    'staatssekretär mitglied chef-f vize gast opfer zeuge',
  femaleRoles:
    'kanzlerin bundeskanzlerin präsidentin bundespräsidentin ministerin außenministerin innenministerin finanzministerin ' +
    'verteidigungsministerin justizministerin umweltministerin familienministerin gesundheitsministerin ministerpräsidentin ' +
    'premierministerin senatorin bürgermeisterin oberbürgermeisterin sprecherin pressesprecherin regierungssprecherin chefin parteichefin ' +
    'fraktionschefin vorsitzende politikerin generalsekretärin kommissarin kommissionspräsidentin direktorin leiterin ' +
    'geschäftsführerin professorin forscherin wissenschaftlerin historikerin ökonomin ärztin anwältin rechtsanwältin ' +
    'richterin staatsanwältin journalistin autorin schriftstellerin schauspielerin sängerin trainerin spielerin expertin ' +
    'botschafterin kandidatin spitzenkandidatin ehefrau mutter tochter schwester witwe lehrerin aktivistin',
  maleRoles:
    'kanzler bundeskanzler präsident bundespräsident vizepräsident minister außenminister innenminister finanzminister ' +
    'verteidigungsminister justizminister umweltminister wirtschaftsminister gesundheitsminister verkehrsminister ministerpräsident ' +
    'premierminister premier senator bürgermeister oberbürgermeister sprecher pressesprecher regierungssprecher chef parteichef fraktionschef ' +
    'vorsitzender politiker generalsekretär kommissar kommissionspräsident direktor leiter geschäftsführer professor forscher ' +
    'wissenschaftler historiker ökonom arzt anwalt rechtsanwalt richter staatsanwalt journalist autor schriftsteller ' +
    'schauspieler sänger trainer spieler experte botschafter kandidat spitzenkandidat mann ehemann vater sohn bruder witwer ' +
    'präsidenten bundespräsidenten vizepräsidenten ministerpräsidenten kandidaten spitzenkandidaten experten journalisten aktivisten ' +
    'lehrer aktivist general oberst staatschef regierungschef konzernchef vorstandschef bundestrainer',
  modifiers:
    'ehemalige ehemaliger ehemaligen frühere früherer früheren damalige damaliger neue neuer neuen stellvertretende stellvertretender designierte designierter',
  links: 'von für der des bei',
  femalePronouns: 'sie ihr ihre ihrer ihrem ihren',
  malePronouns: 'er ihm ihn sein seine seiner seinem seinen',
  pointers: 'der die das dieser diese dem den',
  relatives: 'der die dessen deren',
  groups: 'regierung familie partei stiftung kabinett team',
};
