import { putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { annotation, article } from './records.ts';

/** A note that must not be lost. */
export const precious = annotation({ number: 1, note: 'precious' });

/** Keeps it, or another like it. */
export const putPrecious = (storage: Storage, number = 1): Promise<unknown> =>
  putAnnotation(storage, { annotation: annotation({ number, note: 'precious' }), article: article() });
