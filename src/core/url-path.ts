/** Last parts of a path that ask for a page to print. */
const PRINT = new Set([
  'print',
  'printview',
  'print-view',
  'printable',
  'imprimer',
  'imprimir',
  'drucken',
  'druckansicht',
]);
const AMP = new Set(['amp', 'amphtml']);

/** Whether the last part of a path looks as if it told one article from all others: several words, or a number. */
export function namesArticle(pathname: string): boolean {
  const last = segmentsOf(pathname).at(-1) ?? '';
  if (/\.(?:php\d?|aspx?|jsp|do|cgi|cfm|pl|fcgi)$/i.test(last)) return false;
  const words = stemOf(last)
    .split(/[-_+]|%20/)
    .filter((word) => word !== '');
  return (
    words.length >= 3 ||
    /\d{4}/.test(last) ||
    hasLetterAmongDigits(last) ||
    (words.length === 2 && /\d/.test(last))
  );
}

/** Whether a letter stands between the first and the last digit. Not by one pattern, which would take the square of the time. */
function hasLetterAmongDigits(text: string): boolean {
  const first = text.search(/\d/);
  let end = text.length;
  while (end > first && !/\d/.test(text[end - 1] ?? '')) end--;
  return first >= 0 && /[a-z]/i.test(text.slice(first, end));
}

/** A path without its AMP, print and index dress, session, and closing slash; percent-encodings in one form. */
export function plainPath(pathname: string): string {
  let path = oneEncoding(pathname.replace(/;jsessionid=[^/;]*/gi, ''));
  // What lies under one dress may be another: until none is left.
  for (;;) {
    const barer = withoutDress(withoutEnd(path));
    if (barer === path) return path;
    path = barer;
  }
}

function withoutEnd(path: string): string {
  const bare = path.replace(/\/index\.html?$/i, '/');
  let end = bare.length;
  while (end > 1 && bare[end - 1] === '/') end--;
  return bare.slice(0, end);
}

/** The parts between the slashes, empty ones left out. */
export function segmentsOf(pathname: string): readonly string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}

/** A last part without its file type: `story-12.html` is `story-12`. */
export function stemOf(segment: string): string {
  return segment.replace(/\.[a-z]{2,5}$/i, '');
}

/** Takes off one dress, or several that lie over each other, where what is left still names an article. */
function withoutDress(path: string): string {
  let worn = path;
  for (;;) {
    const barer = withoutOne(withoutEnd(worn));
    if (barer === worn) return path;
    if (namesArticle(barer)) return barer;
    worn = barer;
  }
}

function withoutOne(path: string): string {
  const segments = segmentsOf(path);
  const [first, last] = [segments[0]?.toLowerCase() ?? '', segments.at(-1)?.toLowerCase() ?? ''];
  if (segments.length > 1 && (AMP.has(last) || PRINT.has(last) || last === 'amp.html')) {
    return `/${segments.slice(0, -1).join('/')}`;
  }
  if (segments.length > 1 && AMP.has(first)) return `/${segments.slice(1).join('/')}`;
  return path.replace(/[._]amp(\.html?)?$/i, (_all, type: string | undefined) => type ?? '');
}

/** Upper-case digits, no encoding where none is needed (RFC 3986, 6.2.2), and `%25` for a `%` that encodes nothing. */
function oneEncoding(path: string): string {
  return path.replace(/%([0-9a-f]{2})?/gi, (code, digits: string | undefined) => {
    if (digits === undefined) return '%25';
    const sign = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9._~-]/.test(sign) ? sign : code.toUpperCase();
  });
}
