import { parseArticle } from '#core/annotation-guard.ts';
import { asJson, earliestFirst, latestFirst } from './json-values.ts';
import type { Shape } from './shape.ts';

/** An article, field by field: what a visit on one machine has found does not undo what another has. */
export const articleShape: Shape = {
  partsOf: (record) => {
    const article = parseArticle(record);
    if (article === null) return null;
    const { source: _, saved, ...fields } = article;
    return {
      fields: {
        ...(asJson(fields) as Readonly<Record<string, never>>),
        ...(saved === undefined ? {} : { saved }),
      },
      sets: {},
      texts: [],
    };
  },
  editedOf: () => null,
  recordOf: (source, { fields }) => parseArticle({ ...fields, source }),
  rankOf: (name, value) => {
    if (name === 'firstSeen') return earliestFirst(value);
    // The reader's word, which he or she may take back and give again.
    if (name === 'saved') return 0;
    // A publisher that names nothing on one visit has not taken back what it named on another.
    return name === 'lastSeen' ? latestFirst(value) : value === null || value === '' ? 0 : 1;
  },
};
