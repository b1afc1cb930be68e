import { withoutControls } from './unicode.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, between tags and within quoted attributes. What turns the reading direction is closed by its element's `dir`. */
export function htmlText(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Words as a link; the words alone when the address is not of the web. */
export function htmlLink(words: string, address: string): string {
  const text = htmlText(words);
  return /^https?:\/\//i.test(address) ? `<a href="${htmlText(address)}" rel="noreferrer">${text}</a>` : text;
}
