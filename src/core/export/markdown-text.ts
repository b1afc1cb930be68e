/** What means something within a line of CommonMark, GFM, Obsidian or Logseq, wherever it stands. */
const SIGNS = /[\\`*_[\]<>&|~$^#={}%@]/g;
/** What begins a block when it begins a line: lists, rules, definitions. */
const STARTS = /^(?:([-+:])|(\d{1,9})([.)]))/;
/** What is made a link without being asked. */
const LINKS = /(?:https?|ftp)(?=:\/\/)|www(?=\.)/gi;

/** Text as one line of Markdown that means nothing but itself. Line breaks and runs of spaces become one space. */
export function markdownLine(text: string): string {
  const line = clean(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
  return line
    .replace(SIGNS, '\\$&')
    .replace(LINKS, '$&\\')
    .replace(STARTS, (_all, sign: string | undefined, digits: string | undefined, end: string | undefined) =>
      sign === undefined ? `${digits ?? ''}\\${end ?? ''}` : `\\${sign}`,
    );
}

/** Text as lines of Markdown that mean nothing but themselves; its paragraphs stay apart. */
export function markdownParagraphs(text: string): readonly string[] {
  const lines = linesOf(text).map(markdownLine);
  // One empty line between paragraphs, none at the ends.
  return lines
    .filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '')
    .join('\n')
    .trim()
    .split('\n');
}

/** Lines of Markdown as they are, each behind `indent`, so that what is opened among them is closed by their container. */
export function markdownInside(text: string, indent: string): readonly string[] {
  return linesOf(clean(text)).map((line) => (line.trim() === '' ? '' : indent + line));
}

/** An address as a link's destination; '' when it is not of the web. */
export function markdownAddress(address: string): string {
  if (!/^https?:\/\//i.test(address)) return '';
  return clean(address).replace(/[\s()<>[\]"'`\\|*{}^]/g, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(sign);
  });
}

/** Everything that some reader takes for the end of a line. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}

/** Without what no text file should hold: control characters but tab and line ends, and halves of characters. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
}
