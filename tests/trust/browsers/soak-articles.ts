import { makeRandom, pick } from '#scripts/train-random.ts';

/** An article of the soak: made from its number alone, so that it is the same whenever it is asked for. */
export interface SoakArticle {
  readonly title: string;
  /** HTML of its body. */
  readonly html: string;
  /** Words of its first quotation, which no other article has, and whose they are. */
  readonly words: string;
  readonly speaker: string;
}

const first = ['Mira', 'Jonas', 'Ada', 'Lars', 'Ines', 'Piotr', 'Wanda', 'Karim', 'Ruth', 'Tomas'];
const last = ['Kolb', 'Ferrel', 'Brandt', 'Holt', 'Okoye', 'Lindner', 'Marsh', 'Quint', 'Reyes', 'Sandoz'];
const roles = ['the harbour master', 'a teacher', 'the mayor of Eschen', 'a farmer', 'the chief engineer'];
const things = ['lock', 'bridge', 'ferry', 'school', 'mill', 'tunnel', 'orchard', 'library', 'station'];
const plain = [
  'The council has put off its word three times since the storm, and the last time nobody asked why.',
  'Behind the mill the water stood knee-deep until Thursday, and the road to the north was shut.',
  'A report that was made two years ago says the same in other words, and was put into a drawer.',
  'On the quay the boats lie in two rows, and their owners come in the evening to look at the ropes.',
  'What it will cost is not written anywhere, though several figures go round in the town.',
];
const said = [
  'Nobody has shown us a paper with a stamp on it',
  'We have mended what we could, and the rest will hold',
  'I would not send my own children over it',
  'It was tested twice, in still water and in the swell',
  'They will have to tell us before the winter',
];
const saidInGerman = [
  'Wir haben das schon im Frühjahr gesagt',
  'Das Wasser steht höher als im letzten Jahr',
  'Niemand hat uns gefragt, bevor gebaut wurde',
];

type Random = () => number;

const name = (random: Random): string => `${pick(first, random)} ${pick(last, random)}`;
const p = (text: string): string => `<p>${text}</p>`;

function paragraph(random: Random): string {
  const text = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(plain, random)).join(' ');
  if (random() < 0.5) return p(text);
  return p(`“${pick(said, random)},” said ${name(random)}, ${pick(roles, random)}. ${text}`);
}

const many = (count: number, random: Random): string =>
  Array.from({ length: count }, () => paragraph(random)).join('\n');

/** The shapes that articles come in, one after another. */
const shapes: readonly ((random: Random) => string)[] = [
  (random) => many(4, random),
  (random) => many(120, random),
  (random) =>
    `${many(6, random)}<ul>${Array.from({ length: 8 }, () => `<li>${pick(plain, random)}</li>`).join('')}</ul><blockquote>${many(2, random)}</blockquote>${many(4, random)}`,
  (random) =>
    Array.from({ length: 12 }, () => p(`<strong>Why so late?</strong>`) + p(`“${pick(said, random)}. ${pick(plain, random)}”`)).join(''),
  (random) =>
    `${many(8, random)}<figure><svg width="40" height="40"></svg><figcaption>${name(random)} on the quay. Photo: Bo Lind</figcaption></figure><table><tr><td>1</td><td>2</td></tr></table>${many(8, random)}`,
  (random) =>
    `${many(6, random)}<iframe src="/frame.html"></iframe><div class="inner"></div><script>{const root = document.querySelector('.inner').attachShadow({ mode: 'open' }); root.innerHTML = '<p>' + ${JSON.stringify(`“${pick(said, random)},” said ${name(random)}.`)} + '</p>';}</script>${many(6, random)}`,
  (random) =>
    `${many(10, random)}<p class="ticker">0</p><script>{let count = 0; const timer = setInterval(() => { document.querySelector('.ticker')?.append(' ' + count); if (++count > 20) clearInterval(timer); }, 60);}</script>${many(10, random)}`,
  (random) =>
    many(3, random) + Array.from({ length: 10 }, () => p(`„${pick(saidInGerman, random)}“, sagte ${name(random)} am Montag.`)).join(''),
]; // prettier-ignore

/** The article of this number, from 0. */
export function soakArticle(number: number): SoakArticle {
  const random = makeRandom(7_919 * (number + 1));
  const thing = pick(things, random);
  const speaker = name(random);
  const words = `The ${thing} of number ${number} will open in spring`;
  const shape = shapes[number % shapes.length] ?? shapes[0];
  const html = `${p(pick(plain, random))}${p(`“${words}, whatever they say,” said ${speaker}, ${pick(roles, random)}, on Thursday.`)}${p(pick(plain, random))}${shape?.(random) ?? ''}`;
  return { title: `The ${thing} waits for number ${number}`, html, words, speaker };
}
