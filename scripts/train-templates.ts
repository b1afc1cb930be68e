import type { GoldText } from './train-data.ts';
import type { Replacements } from './train-augment.ts';
import { blend, wordAsName } from './train-augment.ts';
import { makeRandom, pick } from './train-random.ts';

/**
 * Sentences of invented news, written for this project. Slots: P full name, L last name of the person last named in full,
 * T office before a name, R role in small letters, N town, O organisation, A its short form, U an unknown thing, D demonym.
 * The sentences teach what stands around people, towns and firms in newspapers; nothing in them is true.
 */
const openings = [
  '{T} {P} said on {W} that the government would review the plan.',
  '{N} — {D} {T} {P} arrived in {N} on {W} for talks with {T} {Q}.',
  '{O} has appointed {P} as its new {R}, the company said on {W}.',
  'Police in {N} have arrested {P}, {num}, on suspicion of fraud.',
  '{P}, the {R} of {O}, has resigned after {num} months.',
  '{D} {R} {P} has won the {U} prize in {N}.',
  'Thousands marched in {N} on {W} after the death of {P}.',
  '{N}-based {O} plans to cut {num} jobs, according to {R} {P}.',
  'Shares of {O} fell {num} per cent after {P} sold his stake.',
  'The High Court in {N} ruled against {P} and {Q} on {W}.',
  'Former {T} {P} was buried in {N} on {W}.',
  'A fire destroyed the {U} market in {N}, {R} {P} told reporters.',
  '{D} forward {P} scored twice as {U} beat {V} in {N}.',
  '{A} and {V} have signed a deal worth {num} million dollars.',
  'Residents of {N} have complained about {O}, the {V} newspaper reported.',
  'Farmers near {N} and {M} are waiting for rain.',
  'The {U} river burst its banks near {N} on {W}.',
  'Dr {P} and Prof. {Q} of the University of {N} led the study.',
  '{U} launched a new phone in {N} on {W}.',
  'Actress {P} and director {Q} married in {N}.',
];
const middles = [
  '“We will not give up,” {L} said.',
  '“It is too early to say,” said {L}, who was born in {N}.',
  '{L} told reporters in {N} that {A} had not paid.',
  '{A} said in a statement that it would appeal.',
  '{A} did not respond to a request for comment.',
  'According to {L}, {num} people were injured in {N} and {M}.',
  'Mr {L} added that the {U} district had been hit hardest.',
  'Ms {L} declined to comment.',
  '{L} met {Q} and {S} at the {U} Hotel in {N}.',
  '{L} and {K} have known each other since school.',
  'The talks between {L} and {K} lasted three hours.',
  'In {N}, {L} was greeted by supporters.',
  'But {L} disagreed.',
  'When {L} left, {K} stayed behind.',
  'Last year {L} joined {O}.',
  '{L}’s lawyer, {S}, said his client was innocent.',
  '{U} and {V} are the largest suppliers of {A}.',
  'The {U} festival draws visitors from {N} and {M}.',
  'He studied at {N} University and worked for {V}.',
  'She was joined by {S}, {num}, a {R} from {M}.',
  'The road from {N} to {M} remains closed.',
  '{A}, {V} and {U} all lost ground.',
  'Traders in {N} said {U} prices had doubled.',
  '{V} is owned by {O}.',
  '{U}, a small town north of {N}, was cut off.',
  'Villagers in {U} said that {V} had not visited them.',
  '“{L} is a friend,” {K} said.',
  '{T} {L} promised to visit {U}.',
  'The {V} party, led by {S}, holds {num} seats.',
  '{V} leader {S} accused {A} of lying.',
  'Both {V} and {A} denied the report.',
  '{S} ({V}) came second ahead of {Q}.',
  'Among those present were {S}, {Q} and {T} {L}.',
  'The {W} edition of {V} carried a photo of {L}.',
  'The {L} government has promised reforms.',
  'He said {V} would open in {N} next year.',
  'Talks with {V} and {U} will start on {W}.',
  'Many in {U} speak {D} at home.',
  'Critics say {U} has failed.',
  '{U} has denied any link with {V}.',
  'A spokesman for {A} said {L} was not involved.',
  'A spokeswoman for {L} said she was not aware of it.',
  'Defender {S} replaced {Q} after {num} minutes against {V}.',
  'Coach {L} praised {K} after the match in {N}.',
  'They prepared {u}, a dish from {N}, known as {U}.',
  '{K} said {L} had called him from {N}.',
  '{L}: “No.”',
  '“He told me so,” {K} said of {L}.',
  'Neither {L} nor {K} could be reached.',
  'The book by {L} is published by {V}.',
];
/** Headlines, bylines, captions and credits: lines of their own. */
const headlines = [
  '{L} Says {U} Will Open in {N}',
  '{P} Wins {V} Prize as {L} Rivals Fall Behind',
  '{T} {P} Vows to Fight {O} Ruling',
  'Why {L} and {K} No Longer Talk',
  '{O} Sues {V} Over Lost Data',
  'How {N} Became the Home of {U}',
  '{L} accuses {K} of lying over {U}',
  '{N} mayor {P} to step down',
  'New Bridge Opens in {N} After Long Delay',
];
const lines = [
  'By {P}',
  'By {P} and {Q}',
  'By {P} | {V}',
  '{P}, {V}',
  '{S}/{V}/Getty Images',
  '{S}/AFP via Getty Images',
  '{S}/Reuters',
  '{Q}/{V} via AP',
  'Photo: {S}',
  '{T} {P} speaks next to {T} {Q} and Secretary of the {V} {S} in {N}.',
  '{P}, left, and {Q} wave to supporters in {N}, {W}.',
  'Read more: {L} Says {V} Is Closing',
];
const titles =
  'President;Prime Minister;Minister;Foreign Minister;Governor;Senator;Mayor;Judge;Justice;Chief;Inspector General;Professor;Archbishop;Sheikh;General;Ambassador;Deputy Minister;Finance Minister;Secretary General;Prince;Chairman;Captain'.split(
    ';',
  );
const roles =
  'spokesman;spokeswoman;director;chief executive;analyst;economist;farmer;teacher;lawyer;activist;researcher;chairman;manager;trader;driver;student;coach;mayor;singer;resident'.split(
    ';',
  );
const weekdays = 'Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday'.split(';');
const demonyms =
  'Kenyan;Nigerian;Indian;Pakistani;Brazilian;Mexican;Turkish;Polish;German;French;Korean;Japanese;Thai;Egyptian;Iranian;Russian;Ukrainian;Australian;Canadian;Indonesian'.split(
    ';',
  );
const firms =
  'Bank;Group;Airlines;Motors;University;Institute;Foundation;Energy;Telecom;Holdings;Hospital;Times;Post;Corporation;Pharma;Steel;Ministry of Health;Council;Commission;Party;Front;Union;Football Club;Institute of Technology;Museum;Port Authority;Railways;Insurance;Media;Farmers Union'.split(
    ';',
  );

/** Makes one invented article with its people marked. */
export function inventArticle(
  replacements: Replacements,
  seed: number,
  origin: number,
  weight: number,
): GoldText {
  const random = makeRandom(seed);
  const locale = pick(replacements.locales, random);
  const country = pick(replacements.towns, random);
  const other = pick(replacements.towns, random);
  const name = (list: readonly string[]): string =>
    random() < 0.4 ? blend(pick(list, random), pick(list, random)) : pick(list, random);
  const makePerson = (): { full: string; last: string } => {
    const last =
      (random() < 0.08 ? wordAsName(random) : name(locale.last)) +
      (random() < 0.06 ? `-${pick(locale.last, random)}` : '');
    if (locale.familyFirst) {
      const family = pick(locale.last, random);
      return { full: `${family} ${pick(locale.first, random)}`, last: family };
    }
    const kind = random();
    const first = name(locale.first);
    const middle =
      kind < 0.1
        ? ` ${pick(locale.first, random)}`
        : kind < 0.16
          ? ` ${String.fromCharCode(65 + Math.floor(random() * 26))}.`
          : kind < 0.2
            ? ` ${pick(['de', 'van', 'bin', 'al', 'Al', 'El', 'da'], random)}`
            : '';
    return { full: `${first}${middle} ${last}`, last };
  };
  const thing = (): string => {
    const kind = random();
    if (kind < 0.25)
      return Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
        String.fromCharCode(65 + Math.floor(random() * 26)),
      ).join('');
    const word = blend(
      pick(random() < 0.5 ? country : other, random),
      pick(random() < 0.5 ? country : other, random),
    );
    return kind < 0.8 ? word : `${word} ${pick(country, random)}`;
  };
  const people = Array.from({ length: 4 }, makePerson);
  const towns = [0, 1].map(() =>
    random() < 0.5 ? pick(country, random) : blend(pick(country, random), pick(country, random)),
  );
  const firm = `${random() < 0.5 ? pick(country, random) : random() < 0.4 ? pick(locale.last, random) : thing()} ${pick(firms, random)}`;
  const things = [thing(), thing()];
  const short =
    random() < 0.5
      ? (firm.split(' ')[0] ?? firm)
      : firm
          .split(' ')
          .map((word) => word.charAt(0))
          .join('') + 'C';
  let text = '';
  const marks: { start: number; end: number }[] = [];
  const put = (value: string, marked: boolean): void => {
    if (marked) marks.push({ start: text.length, end: text.length + value.length });
    text += value;
  };
  const person = (i: number): { full: string; last: string } => people[i] ?? makePerson();
  const write = (template: string): void => {
    for (const part of template.split(/(\{\w+\})/)) {
      switch (part) {
        case '{P}':
          put(person(0).full, true);
          break;
        case '{L}':
          put(person(0).last, true);
          break;
        case '{Q}':
          put(person(1).full, true);
          break;
        case '{K}':
          put(person(1).last, true);
          break;
        case '{S}':
          put(random() < 0.5 ? person(2).full : person(3).full, true);
          break;
        case '{T}':
          put(pick(titles, random), false);
          break;
        case '{R}':
          put(pick(roles, random), false);
          break;
        case '{N}':
          put(towns[0] ?? '', false);
          break;
        case '{M}':
          put(towns[1] ?? '', false);
          break;
        case '{O}':
          put(firm, false);
          break;
        case '{A}':
          put(short, false);
          break;
        case '{U}':
          put(things[0] ?? '', false);
          break;
        case '{u}':
          put((things[0] ?? '').toLowerCase(), false);
          break;
        case '{V}':
          put(things[1] ?? '', false);
          break;
        case '{D}':
          put(pick(demonyms, random), false);
          break;
        case '{W}':
          put(pick(weekdays, random), false);
          break;
        case '{num}':
          put(String(2 + Math.floor(random() * 90)), false);
          break;
        default:
          put(part, false);
      }
    }
  };
  if (random() < 0.4) {
    const from = text.length;
    write(pick(headlines, random));
    if (random() < 0.25) text = text.slice(0, from) + text.slice(from).toUpperCase();
    put('\n\n', false);
    if (random() < 0.5) {
      write(pick(lines, random));
      put('\n\n', false);
    }
  }
  write(pick(openings, random));
  const count = 5 + Math.floor(random() * 8);
  for (let i = 0; i < count; i++) {
    if (random() < 0.1) {
      put('\n\n', false);
      write(pick(lines, random));
      put('\n\n', false);
    } else put(random() < 0.4 ? '\n\n' : ' ', false);
    write(pick(random() < 0.85 ? middles : openings, random));
  }
  return { text, people: marks, weight, origin };
}
