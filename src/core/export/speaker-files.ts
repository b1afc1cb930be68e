import type { ArticleGroup } from './article-group.ts';
import type { Aside, MakeAside } from './aside.ts';
import { bySpeaker } from './by-speaker.ts';

/** What one person says, article by article. */
interface SpeakerFile {
  /** The person's name as the reader has it; '' where nobody is named. */
  readonly name: string;
  readonly groups: AsyncIterable<ArticleGroup>;
}

/** Sorts articles by who speaks in them. */
export interface SpeakerFiles {
  readonly add: (group: ArticleGroup) => void;
  /** Each person once, when all articles were added; the groups of one file are read before the next file is asked for. */
  readonly files: () => AsyncIterable<SpeakerFile>;
}

interface Speaker {
  readonly number: number;
  readonly name: string;
  /** In UTF-16 code units. */
  size: number;
  /** What goes beyond the share of one person. */
  rest: Aside | null;
}

/** So many places are shared by all people, and so many UTF-16 code units of one person go into one of them. */
const PLACES = 64;
const SHARE = 1_000_000;

/**
 * Who speaks in the first article may speak in the last: what one person says is together only at the end. Until then it is put aside,
 * partitioned by person (the first step of a Grace hash join: Kitsuregawa, Tanaka, Moto-oka 1983), so that a library of any size goes
 * through the memory that a part of it needs; of the people only their names are kept. Who says more than others has a place alone, which is
 * read group by group.
 */
export function createSpeakerFiles(makeAside: MakeAside): SpeakerFiles {
  const speakers = new Map<string, Speaker>();
  const places = Array.from({ length: PLACES }, makeAside);
  return {
    add(group) {
      for (const part of bySpeaker(group)) {
        const speaker = speakers.get(part.key) ?? newSpeaker(speakers.size, part.name);
        speakers.set(part.key, speaker);
        const text = JSON.stringify(part.group);
        speaker.size += text.length;
        if (speaker.size > SHARE) speaker.rest ??= makeAside();
        if (speaker.rest === null) places[speaker.number % PLACES]?.add(`${speaker.number} ${text}\n`);
        else speaker.rest.add(`${speaker.number} ${text}\n`);
      }
    },
    async *files() {
      const ordered = [...speakers.values()];
      for (const [index, place] of places.entries()) {
        const shared = new Map<number, ArticleGroup[]>();
        for await (const { number, group } of readBack(place)) {
          const groups = shared.get(number);
          if (groups === undefined) shared.set(number, [group]);
          else groups.push(group);
        }
        for (let number = index; number < ordered.length; number += PLACES) {
          const speaker = ordered[number];
          const first = shared.get(number) ?? [];
          shared.delete(number);
          if (speaker !== undefined) yield { name: speaker.name, groups: groupsOf(first, speaker.rest) };
        }
      }
    },
  };
}

function newSpeaker(number: number, name: string): Speaker {
  return { number, name, size: 0, rest: null };
}

async function* groupsOf(first: readonly ArticleGroup[], rest: Aside | null): AsyncGenerator<ArticleGroup> {
  yield* first;
  if (rest === null) return;
  for await (const { group } of readBack(rest)) yield group;
}

/** JSON has no line end within a text of its own: each line is a person's number and a group. */
async function* readBack(
  aside: Aside,
): AsyncGenerator<{ readonly number: number; readonly group: ArticleGroup }> {
  for await (const text of aside.texts()) {
    for (let at = 0; at < text.length;) {
      const space = text.indexOf(' ', at);
      const end = text.indexOf('\n', space);
      const number = Number(text.slice(at, space));
      yield { number, group: JSON.parse(text.slice(space + 1, end)) as ArticleGroup };
      at = end + 1;
    }
  }
}
