import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import type { Parser } from '#core/guard.ts';
import type { SyncedStore } from '#core/sync/sync-document.ts';
import { annotationShape } from './annotation-shape.ts';
import { appearanceShape } from './appearance-shape.ts';
import { articleShape } from './article-shape.ts';
import { personShape } from './person-shape.ts';
import type { Shape } from './shape.ts';
import { wholeShape } from './whole-shape.ts';

/** How the records of each store are joined: one line a store. */
export const shapes: Readonly<Record<SyncedStore, Shape>> = {
  annotations: annotationShape,
  articles: articleShape,
  people: personShape,
  appearances: appearanceShape,
  decisions: wholeShape(parsedBy(decisionParser), ({ source, kind, about }) => [source, kind, about]),
  versions: wholeShape(parsedBy(versionParser), ({ annotation, seen }) => [annotation, seen]),
};

function parsedBy<T extends object>(parser: Parser<T>): (value: unknown) => T | null {
  return (value) => {
    const parsed = parser(value);
    return parsed.ok ? parsed.value : null;
  };
}
