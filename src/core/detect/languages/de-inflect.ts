const INSEPARABLE = /^(?:be|er|ver|ent|ge|zer|emp|miss|wider|über|unter|hinter)/;

/** Forms of one regular verb without its separable prefix: present, past, first subjunctive, participle. */
function simple(verb: string): { finite: string[]; participle: string } {
  const stem = verb.replace(/e?n$/, '');
  const link = /(?:[td]|[^lrhaeiou][mn])$/.test(stem) ? 'e' : '';
  const finite = [`${stem}${link}t`, `${stem}${link}te`, `${stem}${link}ten`, verb, `${stem}e`];
  const bare = verb.endsWith('ieren') || INSEPARABLE.test(verb);
  return { finite, participle: `${bare ? '' : 'ge'}${stem}${link}t` };
}

/**
 * Forms of regular German verbs, from a blank-separated list of infinitives. A `+` stands between a separable
 * prefix and its verb (`an+kündigen`: kündigt, kündigte, ankündigte, angekündigt, anzukündigen). Used once, when
 * the language is loaded.
 */
export function inflect(list: string): string {
  const forms: string[] = [];
  for (const entry of list.split(/\s+/).filter(Boolean)) {
    const [first = '', second] = entry.split('+');
    const { finite, participle } = simple(second ?? first);
    forms.push(...finite);
    if (second === undefined) forms.push(participle);
    else forms.push(...finite.map((form) => first + form), first + participle, `${first}zu${second}`);
  }
  return forms.join(' ');
}
