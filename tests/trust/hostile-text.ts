import { pick } from '#scripts/train-random.ts';

/** What texts are made of that have broken parsers: marks, brackets, halves of characters, words of each of our languages and formats. */
const pieces = [
  ...'“”"\'‘’„«»‹›「」—–-()[]{}<>:;,.?!…*_`~#|\\/&=+@$%^ \t\n'.split(''),
  '\n\n', '\r\n', '\u2028', '\u0085', '\u00a0', '\u0000', '\u202e', '\ufeff', '\ud83d', '\udc00', '😀', '👩‍👧', 'é', 'e\u0301', 'İ', 'ß', 'مرحبا', '日本', 'क्ष',
  'said', 'says', 'Ana Ruiz', 'she', 'he', 'who', 'according to', 'told', 'sagte', 'erklärte', 'laut', 'zufolge', 'a déclaré', 'selon', 'dit-elle',
  'Mr.', 'Dr.', 'U.S.', 'von', 'de la', '’s', 'n’t', '1990s', '6\'2"', 'LEE:', 'Q:', 'the mayor of Lund,', 'and', 'that', 'dass', 'que', 'words', 'of',
  '](', '![', '[x]: ', '# ', '> ', '- ', '1. ', '```', '<!--', '-->', '<a href="', '</a>', '&amp;', '&#x', 'https://a.example/', 'www.', '{{', '}}', '{{#each}}',
  '""', '","', '",\n"', "'=", '\t"', '{"', '":', '":{"', '":[', '"}],', '\\u', '\\"', 'null', '1e9', '%25', '%E2%80', '/../', '?a=1&', '#:~:text=', 'utm_source=',
]; // prettier-ignore

/** Some of these one after the other, `least` to `most` of them, some with a space between. */
export function hostileText(random: () => number, least: number, most: number): string {
  const count = least + Math.floor(random() * (most - least + 1));
  let text = '';
  for (let i = 0; i < count; i++) text += pick(pieces, random) + (random() < 0.3 ? ' ' : '');
  return text;
}

/** A text with some things changed in it: cut out, doubled, swapped, put in. */
export function damagedText(text: string, random: () => number): string {
  let damaged = text;
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const at = Math.floor(random() * (damaged.length + 1));
    const length = Math.floor(random() ** 3 * 60);
    const [before, piece, after] = [
      damaged.slice(0, at),
      damaged.slice(at, at + length),
      damaged.slice(at + length),
    ];
    damaged = pick(
      [
        () => before + after,
        () => before + piece + piece + after,
        () => before + hostileText(random, 1, 4) + after,
        () => after + piece + before,
        () => before + piece,
        () => before + piece.replaceAll(/[\w]/g, '9') + after,
      ],
      random,
    )();
  }
  return damaged;
}
