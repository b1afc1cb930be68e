/**
 * Text that UTF-8 can hold: a half of a surrogate pair, which stands for no character, becomes U+FFFD. Formats that can escape it (JSON)
 * keep it as it is instead.
 */
export function wholeCharacters(text: string): string {
  return text.toWellFormed();
}

/** Without the control characters that no text file or markup should hold: all but tab and line ends, of which the rare ones are written as the usual one. */
export function withoutControls(text: string): string {
  return wholeCharacters(text)
    .replace(/[\u000b\u000c]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
}

/** As one line: runs of spaces and line ends become one space. */
export function oneLine(text: string): string {
  return withoutControls(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}
