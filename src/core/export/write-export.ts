import type { ArticleGroup } from './article-group.ts';
import { bySpeaker } from './by-speaker.ts';
import type { ExportAbout, Exporter, ExportPart } from './exporter.ts';
import { keptGroup } from './kept-group.ts';
import { zipWriter } from './zip.ts';

/** Into how many files an export goes: one, or a Zip archive with one an article or one a person. */
export type ExportLayout = 'one' | 'articles' | 'people';

/** An export that is being written. */
export interface ExportRun {
  /** The next part of the file. */
  readonly add: (group: ArticleGroup) => ExportPart;
  /** The rest of it, in parts. */
  readonly end: () => Iterable<ExportPart>;
  /** How many records the format has no place for: refused detections without a note. */
  readonly omitted: () => number;
}

type Writing = Pick<ExportRun, 'add' | 'end'>;

/** Begins an export. A format for what is kept is given no more than that, and what it is not given is counted. */
export function beginExport(exporter: Exporter, about: ExportAbout, layout: ExportLayout = 'one'): ExportRun {
  const writing = begun(exporter, about, layout);
  let omitted = 0;
  return {
    add(group) {
      if (exporter.holds === 'everything') return writing.add(group);
      const kept = keptGroup(group);
      omitted += group.annotations.length - (kept?.annotations.length ?? 0);
      return kept === null ? '' : writing.add(kept);
    },
    end: writing.end,
    omitted: () => omitted,
  };
}

function begun(exporter: Exporter, about: ExportAbout, layout: ExportLayout): Writing {
  if (layout === 'one') {
    const writer = exporter.begin(about);
    return { add: writer.add, end: () => [writer.end()] };
  }
  const zip = zipWriter(exporter, about);
  if (layout === 'articles') {
    return { add: (group) => zip.add(titleOf(group), dayOf(group), [group]), end: () => [zip.end()] };
  }
  // Who speaks in the first article may speak in the last: what one person says is together only at the end.
  const groups: ArticleGroup[] = [];
  return {
    add(group) {
      groups.push(group);
      return '';
    },
    *end() {
      for (const file of bySpeaker(groups))
        yield zip.add(file.name || about.options.words.nobodyNamed, '', file.groups);
      yield zip.end();
    },
  };
}

/** All parts of a small export at once. */
export function writeExport(
  exporter: Exporter,
  about: ExportAbout,
  groups: readonly ArticleGroup[],
): readonly ExportPart[] {
  const run = beginExport(exporter, about);
  return [...groups.map(run.add), ...run.end()].filter((part) => part.length > 0);
}

function titleOf({ article, source }: ArticleGroup): string {
  const title = article?.title.trim() ?? '';
  return title === '' ? source.replace(/^https?:\/\/(?:www\.)?/, '') : title;
}

function dayOf({ article, annotations }: ArticleGroup): string {
  return (article?.published ?? annotations[0]?.created ?? '').slice(0, 10);
}
