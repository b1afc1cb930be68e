const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a piece of HTML: without its tags, with its character references as characters. Text without tags stays as it is. */
export function plainWords(html: string): string {
  return /<\/?[a-z][^<>]{0,2000}>/i.test(html) ? wordsOfHtml(html) : html;
}

/** The same of what is HTML for certain. */
export function wordsOfHtml(html: string): string {
  const bare = html
    .replace(/<\/?(?:p|div|li|ul|ol|br|h[1-6]|blockquote|td|tr)\b[^<>]{0,2000}>/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '');
  return characters(bare).replace(/\s+/g, ' ').trim();
}

/** Text with HTML's commonest character references as what they stand for; others stay as they are. */
export function characters(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    const named = typeof name === 'string' ? ENTITIES[name.toLowerCase()] : undefined;
    if (named !== undefined) return named;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
