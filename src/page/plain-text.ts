const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  thorn: 'þ',
};
/** `&uuml;`: a letter and the mark on it, as Unicode combines them. */
const MARKS: Readonly<Record<string, string>> = {
  uml: '\u0308',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};
const ENTITY =
  /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6})|([a-z])(uml|acute|grave|circ|tilde|cedil|ring|caron));/gi;
const LONGEST = 200_000;

/**
 * Text without the entities that sites leave in attributes and JSON, also those that were written twice; spaces
 * collapsed. Null when nothing is left.
 */
export function plainText(text: string): string | null {
  const plain = decoded(decoded(text.slice(0, LONGEST)))
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? null : plain;
}

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, ...groups: readonly unknown[]) => decode(whole, groups))
    : text;

function decode(whole: string, groups: readonly unknown[]): string {
  const [decimal, hex, name] = groups.map((group) => (typeof group === 'string' ? group : ''));
  if (decimal !== '' || hex !== '') {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10_ff_ff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  }
  const known = NAMED[name ?? ''];
  if (known !== undefined) return known;
  const marked = /^&([a-z])([a-z]+);$/i.exec(whole);
  const mark = MARKS[marked?.[2] ?? ''];
  return mark === undefined ? whole : `${marked?.[1] ?? ''}${mark}`.normalize('NFC');
}
