import { formatAddress, webAddress } from '#core/url-parse.ts';

/** An address that a reader may follow from a note: `http`, `https` or `mailto`, whole; null for any other. */
export function noteAddress(url: string): string | null {
  // Browsers drop control characters within an address: `java\nscript:` is one to them.
  if (url.length > 8_000 || /[\s\p{Cc}\p{Cf}]/u.test(url)) return null;
  if (/^mailto:[^:]/iu.test(url)) return url;
  const address = webAddress(url);
  return address && formatAddress(address);
}

/** A stretch of text, with the address that it is, if it is one. */
export interface TextPart {
  readonly text: string;
  readonly address: string | null;
}

/** Splits text at the bare addresses in it: `see https://a.example/b.` has one, without the full stop. */
export function splitAtAddresses(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const found of text.matchAll(/\bhttps?:\/\/[^\s<>"]+/giu)) {
    const words = withoutTail(found[0]);
    const address = noteAddress(words);
    if (address === null) continue;
    if (found.index > end) parts.push({ text: text.slice(end, found.index), address: null });
    parts.push({ text: words, address });
    end = found.index + words.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), address: null });
  return parts;
}

/** Without the punctuation that belongs to the sentence; a closing bracket stays when one was opened in the address. */
function withoutTail(address: string): string {
  let end = address.length;
  // How many more brackets are opened than closed.
  let opened = address.split('(').length - address.split(')').length;
  while (end > 0) {
    const last = address[end - 1] ?? '';
    const bracket = last === ')' && opened < 0;
    if (bracket) opened += 1;
    if (!bracket && !/[.,;:!?'’”»*_]/u.test(last)) break;
    end -= 1;
  }
  return address.slice(0, end);
}
