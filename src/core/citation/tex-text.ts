/** How what TeX and BibTeX mind is written. BibTeX counts braces whatever stands before them: none may be left over. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  // The plug-in would take `<i>` for italics.
  '<': '{<}',
};

/** Two signs that TeX would draw as one: a dash, a quotation mark, a sign that is turned round. Between them goes nothing, in braces. */
const LIGATURES = /-(?=-)|`(?=`)|'(?=')|,(?=,)|>(?=>)|[?!](?=`)/g;

/** Text for a field of BibTeX, in Unicode: it means nothing but itself, and its control characters are left out. */
export function texText(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replace(/[\\{}~^#$%&_<]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(LIGATURES, '$&{}');
}

/** An address for a field that is taken verbatim. */
export function texUrl(address: string): string {
  return address.replace(/[\\{}\s<>^`|"]/g, (sign) => encodeURIComponent(sign));
}
