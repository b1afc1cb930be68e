/** Elements whose content is no text of the page. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'svg',
  'iframe',
  'head',
  'select',
  'button',
]);
/** Elements that stand inside a line; every other tag parts paragraphs. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
]);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bdquo: '„',
  sbquo: '‚',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '\u00ad',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
  middot: '·',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ouml: 'ö',
  auml: 'ä',
  uuml: 'ü',
  Ouml: 'Ö',
  Auml: 'Ä',
  Uuml: 'Ü',
  szlig: 'ß',
  ntilde: 'ñ',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  aacute: 'á',
  aring: 'å',
  oslash: 'ø',
  thinsp: '\u2009',
  ensp: '\u2002',
  emsp: '\u2003',
};

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g,
    (all, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED[name] ?? all;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

/** Where the tag that begins at `open` ends (past its `>`), with quoted attribute values read whole. */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let i = open + 1; i < html.length; i++) {
    const c = html[i] ?? '';
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && html[i - 1] === '=') quote = c;
    else if (c === '>') return i + 1;
  }
  return html.length;
}

/**
 * The text of an HTML page, one paragraph a block with a blank line between, and the language that its root names.
 * A plain reader of tags for the command line, where there is no browser; the extension reads the live page instead.
 */
export function htmlText(html: string): { text: string; language: string | undefined } {
  const blocks: string[] = [];
  let current = '';
  const flush = (): void => {
    const line = decode(current).replace(/\s+/g, ' ').trim();
    if (line !== '') blocks.push(line);
    current = '';
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      current += html.slice(at);
      break;
    }
    current += html.slice(at, open);
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(html.slice(open, open + 40))?.[1]?.toLowerCase();
    if (name === undefined && html[open + 1] !== '!' && html[open + 1] !== '?') {
      current += '<';
      at = open + 1;
      continue;
    }
    at = tagEnd(html, open);
    if (name === undefined || INLINE.has(name)) continue;
    flush();
    if (SKIPPED.has(name) && html[open + 1] !== '/' && html[at - 2] !== '/') {
      const end = new RegExp(`</${name}[\\s>]`, 'gi');
      end.lastIndex = at;
      const found = end.exec(html);
      at = found ? tagEnd(html, found.index) : html.length;
    }
  }
  flush();
  const language = /<html\b[^>]{0,2000}?\blang\s*=\s*["']?([A-Za-z-]{2,20})/i.exec(
    html.slice(0, 20_000),
  )?.[1];
  return { text: blocks.join('\n\n'), language };
}
