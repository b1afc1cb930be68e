/**
 * Reads a source file of our own gold set: prose with its labels inline. tests/fixtures/gold/README.md describes the
 * markup; every mistake in it throws, with the place.
 */
import type { Span } from '#core/text.ts';
import type { GoldArticle, GoldQuote } from './eval-score.ts';
import { goldTag, type GoldTag } from './gold-tag.ts';

export interface GoldPerson extends Span {
  readonly text: string;
  /** The fullest name that the article gives. */
  readonly person: string;
  /** The same number for the same person. */
  readonly cluster: number;
  readonly role?: string;
}

export interface GoldLabelledQuote extends GoldQuote {
  readonly cue: Span | null;
}

/** One line of the gold file, with what the scorer does not need too. */
export interface GoldLine extends GoldArticle {
  readonly language: string;
  readonly focus: string;
  readonly quotes: readonly GoldLabelledQuote[];
  readonly people: readonly GoldPerson[];
  /** Stretches that look like speech or like a person and are neither: titles, scare words, places. */
  readonly neither: readonly Span[];
}

/** A labelled stretch of the plain text. */
export interface GoldStretch extends Span {
  readonly tag: GoldTag;
}

export interface GoldHeader {
  readonly fields: ReadonlyMap<string, string>;
  /** Key → full name. */
  readonly people: ReadonlyMap<string, string>;
  /** Full name → other words that may stand for it. */
  readonly variants: ReadonlyMap<string, string>;
}

function readHeader(head: string): GoldHeader {
  const fields = new Map<string, string>();
  const people = new Map<string, string>();
  const variants = new Map<string, string>();
  for (const line of head.split('\n').filter((l) => l.trim() !== '')) {
    const field = /^(\w+): (.+)$/u.exec(line);
    const person = /^([a-z]+) = ([^;]+?)(?:; (.+))?$/u.exec(line);
    if (person?.[1] && person[2]) {
      if (people.has(person[1])) throw new Error(`two people have the key ${person[1]}`);
      people.set(person[1], person[2]);
      variants.set(person[2], person[3] ?? '');
    } else if (field?.[1] && field[2]) fields.set(field[1], field[2]);
    else throw new Error(`no header line: ${line}`);
  }
  return { fields, people, variants };
}

/** Takes the markup out; the spans are offsets (UTF-16) into the plain text that is returned. */
function strip(body: string): { text: string; stretches: GoldStretch[] } {
  const stretches: GoldStretch[] = [];
  const open: { tag: GoldTag; start: number }[] = [];
  let text = '';
  for (let at = 0; at < body.length; at++) {
    const char = body[at] ?? '';
    if (char === '{') {
      const { tag, length } = goldTag(body, at);
      open.push({ tag, start: text.length });
      at += length - 1;
    } else if (char === '}') {
      const last = open.pop();
      if (!last) throw new Error(`a } too many after ${JSON.stringify(text.slice(-40))}`);
      stretches.push({ tag: last.tag, start: last.start, end: text.length });
    } else text += char;
  }
  const left = open.pop();
  if (left) throw new Error(`not closed: ${JSON.stringify(text.slice(left.start, left.start + 40))}`);
  return { text, stretches: stretches.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** The people of an anchor: those given, else those named inside it. Null: left open; none: no person. */
function peopleOf(anchor: GoldStretch, mentions: readonly GoldPerson[], header: GoldHeader): string[] | null {
  const { resolved } = anchor.tag;
  if (resolved === '?') return null;
  if (resolved === '-') return [];
  if (resolved === undefined)
    return mentions.filter((m) => m.start >= anchor.start && m.end <= anchor.end).map((m) => m.person);
  return resolved.split('|').map((key) => {
    const name = header.people.get(key);
    if (name === undefined) throw new Error(`nobody has the key ${key}`);
    return name;
  });
}

/** The people of a speaker, separated by `|`, from all that names him or her; undefined where there is none. */
function personOf(
  anchors: readonly GoldStretch[],
  mentions: readonly GoldPerson[],
  header: GoldHeader,
): string | null | undefined {
  const names = new Set<string>();
  for (const anchor of anchors) {
    const people = peopleOf(anchor, mentions, header);
    if (people === null) return null;
    for (const name of people) names.add(name);
  }
  return names.size > 0 ? [...names].join('|') : undefined;
}

/**
 * The gold line of a source file, and what the checks need besides. Throws where the markup is broken or a quotation
 * names a speaker that is not marked.
 */
export function parseGoldSource(
  id: string,
  source: string,
): { line: GoldLine; header: GoldHeader; stretches: readonly GoldStretch[] } {
  const cut = source.indexOf('\n---\n');
  if (cut < 0) throw new Error('no line --- after the header');
  const header = readHeader(source.slice(0, cut));
  const { text, stretches } = strip(source.slice(cut + 5).trim());
  const clusters = [...header.people.values()];
  const people = stretches.flatMap((s): GoldPerson[] => {
    if (s.tag.person === undefined) return [];
    const person = header.people.get(s.tag.person);
    if (person === undefined) throw new Error(`nobody has the key ${s.tag.person}`);
    const { start, end } = s;
    const role = s.tag.role === undefined ? {} : { role: s.tag.role };
    return [{ start, end, text: text.slice(start, end), person, cluster: clusters.indexOf(person), ...role }];
  });
  const anchors = (speaker: string): GoldStretch[] => stretches.filter((s) => s.tag.speaker === speaker);
  const quotes = stretches.flatMap((s): GoldLabelledQuote[] => {
    const { kind, said } = s.tag;
    if (kind === undefined) return [];
    const span = { start: s.start, end: s.end, kind };
    if (said === undefined) return [{ ...span, speaker: null, cue: null }];
    const [anchor, ...others] = anchors(said);
    if (!anchor) throw new Error(`no speaker ${said}`);
    const person = personOf([anchor, ...others], people, header);
    const cue = stretches.find((c) => c.tag.cue === said);
    const words = text.slice(anchor.start, anchor.end);
    return [
      {
        ...span,
        speaker: {
          start: anchor.start,
          end: anchor.end,
          text: words,
          ...(person === undefined ? {} : { person }),
          ...(others.length > 0 ? { more: others.map(({ start, end }) => ({ start, end })) } : {}),
        },
        cue: cue ? { start: cue.start, end: cue.end } : null,
      },
    ];
  });
  const plain = (which: 'ignore' | 'neither'): Span[] =>
    stretches.filter((s) => s.tag.plain === which).map(({ start, end }) => ({ start, end }));
  const language = header.fields.get('language');
  const focus = header.fields.get('focus');
  if (language === undefined || focus === undefined) throw new Error('the header needs language and focus');
  const line = {
    id,
    language,
    focus,
    text,
    quotes,
    people,
    neither: plain('neither'),
    ignore: plain('ignore'),
  };
  return { line, header, stretches };
}
