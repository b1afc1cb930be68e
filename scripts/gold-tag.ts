/** What the opening of a labelled stretch says. One field is set, or two for a name that is also a speaker. */
export interface GoldTag {
  /** `{d1 …}`: the kind of a quotation, and the number of its speaker in `said`. */
  readonly kind?: 'direct' | 'mixed' | 'indirect';
  readonly said?: string;
  /** `{u1 …}`: direct speech without marks. */
  readonly unmarked?: true;
  /** `{@1 …}`: names the speaker of what has this number; `resolved` holds the keys after `=`. */
  readonly speaker?: string;
  readonly resolved?: string;
  /** `{^1 …}`: announces what has this number. */
  readonly cue?: string;
  /** `{key:…}`: names a person. */
  readonly person?: string;
  readonly role?: string;
  /** `{x …}`: neither speech nor person; `{~ …}`: may be marked or not. */
  readonly plain?: 'ignore' | 'neither';
}

const QUOTE = /^\{([dmiu])(\d*) /u;
const SPEAKER = /^\{@(\d+)(?:=([a-z|?-]+))? /u;
const CUE = /^\{\^(\d+) /u;
const PERSON = /^\{([a-z]+)(?:@(\d+))?(?:!(byline|credit))?:/u;
const PLAIN = /^\{([x~]) /u;
const KINDS = new Map<string, 'direct' | 'mixed' | 'indirect'>([
  ['d', 'direct'],
  ['u', 'direct'],
  ['m', 'mixed'],
  ['i', 'indirect'],
]);

/** Reads the tag that opens at `at` (a `{`), and how many code units it takes. Throws where there is none. */
export function goldTag(body: string, at: number): { tag: GoldTag; length: number } {
  const head = body.slice(at, at + 40);
  let found = QUOTE.exec(head);
  const kind = KINDS.get(found?.[1] ?? '');
  if (found && kind) {
    const said = found[2] ? { said: found[2] } : {};
    return {
      tag: { kind, ...said, ...(found[1] === 'u' ? { unmarked: true } : {}) },
      length: found[0].length,
    };
  }
  found = SPEAKER.exec(head);
  if (found?.[1]) {
    const resolved = found[2] === undefined ? {} : { resolved: found[2] };
    return { tag: { speaker: found[1], ...resolved }, length: found[0].length };
  }
  found = CUE.exec(head);
  if (found?.[1]) return { tag: { cue: found[1] }, length: found[0].length };
  found = PLAIN.exec(head);
  if (found) return { tag: { plain: found[1] === 'x' ? 'neither' : 'ignore' }, length: found[0].length };
  found = PERSON.exec(head);
  if (found?.[1]) {
    const speaker = found[2] === undefined ? {} : { speaker: found[2] };
    const role = found[3] === undefined ? {} : { role: found[3] };
    return { tag: { person: found[1], ...speaker, ...role }, length: found[0].length };
  }
  throw new Error(`no tag: ${head}`);
}
