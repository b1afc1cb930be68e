/** The stem before a silent e: `tempér` → `tempèr`, `rappel` → `rappell`, `lev` → `lèv`. */
function strongStem(stem: string): string {
  if (stem.endsWith('pel')) return `${stem}l`;
  return stem.replace(/é([^aeiouéè]{1,2})$/, 'è$1').replace(/([^aeiou])e([^aeioulèé])$/, '$1è$2');
}

/** The stem before a and o: `lanc` → `lanç`, `jug` → `juge`. */
function softStem(stem: string): string {
  if (stem.endsWith('c')) return `${stem.slice(0, -1)}ç`;
  return stem.endsWith('g') ? `${stem}e` : stem;
}

/**
 * Forms of regular French verbs in -er, from a blank-separated list of infinitives: explique, expliquent, expliquait,
 * expliquaient, expliqua, expliquèrent, expliqué, expliquer, expliquant. Used once, when the language is loaded.
 */
export function inflect(list: string): string {
  const forms: string[] = [];
  for (const verb of list.split(/\s+/).filter(Boolean)) {
    const stem = verb.slice(0, -2);
    const strong = strongStem(stem);
    const soft = softStem(stem);
    forms.push(`${strong}e`, `${strong}ent`, `${soft}ait`, `${soft}aient`, `${soft}a`, `${stem}èrent`);
    forms.push(`${stem}é`, verb, `${soft}ant`);
  }
  return forms.join(' ');
}
