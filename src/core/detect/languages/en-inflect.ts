const VOWEL = /[aeiou]/;

function third(verb: string): string {
  if (/(?:s|sh|ch|x|z|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${verb}ed`;
}

function gerund(verb: string): string {
  if (verb.endsWith('e') && !verb.endsWith('ee')) return `${verb.slice(0, -1)}ing`;
  return `${verb}ing`;
}

/**
 * Forms of regular English verbs, from a blank-separated list of base forms. A `+` after a verb doubles its
 * last letter (`slam+`: slammed, slamming). Used once, when the language is loaded.
 */
export function inflect(list: string): string {
  const forms: string[] = [];
  for (const entry of list.split(/\s+/).filter(Boolean)) {
    const doubles = entry.endsWith('+');
    const verb = doubles ? entry.slice(0, -1) : entry;
    const stem = doubles && VOWEL.test(verb) ? verb + verb.slice(-1) : verb;
    forms.push(verb, third(verb), past(stem), gerund(stem));
  }
  return forms.join(' ');
}
