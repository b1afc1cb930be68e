import { joinedBytes } from '#core/joined-bytes.ts';
import type { ArticleGroup } from './article-group.ts';
import type { MakeAside } from './aside.ts';
import type { ExportAbout, Exporter, ExportPart } from './exporter.ts';
import { keptGroup } from './kept-group.ts';
import { createSpeakerFiles } from './speaker-files.ts';
import { type ZipWriter, zipWriter } from './zip.ts';

/** Into how many files an export goes: one, or a Zip archive with one an article or one a person. */
export type ExportLayout = 'one' | 'articles' | 'people';

/** An export that is being written. */
export interface ExportRun {
  /** The next part of the file. */
  readonly add: (group: ArticleGroup) => ExportPart;
  /** The rest of it, in parts. */
  readonly end: () => Iterable<ExportPart> | AsyncIterable<ExportPart>;
  /** How many records the format has no place for: refused detections without a note. */
  readonly omitted: () => number;
  readonly left: () => LeftOut;
}

/** How many articles that the reader keeps, and people with a note, the format has no place for. */
export interface LeftOut {
  readonly articles: number;
  readonly people: number;
}

/** Where an export goes. One file a person is sorted before it is written: what waits is put aside. */
export type ExportTarget =
  | { readonly layout: Exclude<ExportLayout, 'people'> }
  | { readonly layout: 'people'; readonly makeAside: MakeAside };

type Writing = Pick<ExportRun, 'add' | 'end'>;

/** Begins an export. A format for what is kept is given no more than that, and what it is not given is counted. */
export function beginExport(
  exporter: Exporter,
  about: ExportAbout,
  target: ExportTarget = { layout: 'one' },
): ExportRun {
  const writing = begun(exporter, about, target);
  const left = { articles: new Set<string>(), people: new Set<string>() };
  let omitted = 0;
  return {
    add(group) {
      const kept = heldGroup(exporter, group);
      omitted += group.annotations.length - (kept?.annotations.length ?? 0);
      for (const { id, note } of group.people) if (note.trim() !== '') left.people.add(id);
      if (kept === null) return '';
      const isAlone = kept.annotations.length === 0 && kept.article?.saved !== undefined;
      if (isAlone) left.articles.add(kept.source);
      return isAlone && exporter.leaves.includes('articles') ? '' : writing.add(kept);
    },
    end: writing.end,
    omitted: () => omitted,
    left: () => ({
      articles: exporter.leaves.includes('articles') ? left.articles.size : 0,
      people: exporter.leaves.includes('people') ? left.people.size : 0,
    }),
  };
}

/** What of an article the format has a place for; null for nothing. */
function heldGroup({ holds }: Exporter, group: ArticleGroup): ArticleGroup | null {
  return holds === 'everything' ? group : keptGroup(group);
}

function begun(exporter: Exporter, about: ExportAbout, target: ExportTarget): Writing {
  if (target.layout === 'people') return onePerPerson(zipWriter(exporter, about), about, target.makeAside);
  if (target.layout === 'articles') {
    const zip = zipWriter(exporter, about);
    return { add: (group) => oneArticle(zip, group), end: () => [zip.end()] };
  }
  const writer = exporter.begin(about);
  return { add: writer.add, end: () => [writer.end()] };
}

function onePerPerson(zip: ZipWriter, { options }: ExportAbout, makeAside: MakeAside): Writing {
  const speakers = createSpeakerFiles(makeAside);
  return {
    add(group) {
      speakers.add(group);
      return '';
    },
    async *end() {
      for await (const { name, groups } of speakers.files()) {
        const file = zip.file(name || options.words.nobodyNamed, '');
        for await (const group of groups) yield file.add(group);
        yield file.end();
      }
      yield zip.end();
    },
  };
}

function oneArticle(zip: ZipWriter, group: ArticleGroup): Uint8Array {
  const file = zip.file(titleOf(group), dayOf(group));
  return joinedBytes([file.add(group), file.end()]);
}

/** All parts of a small export in one file at once. */
export function writeExport(
  exporter: Exporter,
  about: ExportAbout,
  groups: readonly ArticleGroup[],
): readonly ExportPart[] {
  const writer = exporter.begin(about);
  const held = groups.map((group) => heldGroup(exporter, group)).filter((group) => group !== null);
  return [...held.map(writer.add), writer.end()].filter((part) => part.length > 0);
}

function titleOf({ article, source }: ArticleGroup): string {
  const title = article?.title.trim() ?? '';
  return title === '' ? source.replace(/^https?:\/\/(?:www\.)?/, '') : title;
}

function dayOf({ article, annotations }: ArticleGroup): string {
  return (article?.published ?? annotations[0]?.created ?? '').slice(0, 10);
}
