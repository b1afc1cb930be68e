import { parseAnnotation } from '#core/annotation-guard.ts';
import { createAnnotation, noteOf, styleOf, tagsOf, withStyle } from '#core/annotation-edit.ts';
import type { QuotationRecord } from '#core/annotation.ts';
import type { Selector } from '#core/anchor/selector.ts';
import { mergeNotes } from '#core/merge-notes.ts';
import type { Json } from '#core/sync/sync-document.ts';
import { asJson, earliestFirst, textsIn } from './json-values.ts';
import type { Shape } from './shape.ts';

/** Where a passage stands and what is said of it, as one: its ends belong to the word on the quotation that set them. */
interface Passage {
  readonly source: string;
  readonly selector: readonly Selector[];
  readonly quotation: QuotationRecord | null;
}

export const annotationShape: Shape = {
  partsOf: (record) => {
    const annotation = parseAnnotation(record);
    if (annotation === null) return null;
    const { target, quotation, created } = annotation;
    const passage: Passage = { source: target.source, selector: target.selector, quotation };
    const note = noteOf(annotation);
    return {
      fields: { created, passage: asJson(passage), style: styleOf(annotation) },
      sets: { tags: tagsOf(annotation) },
      texts: note === '' ? [] : [note],
    };
  },
  editedOf: (record) => {
    const annotation = parseAnnotation(record);
    return annotation && Date.parse(annotation.modified);
  },
  recordOf: (id, { fields, sets, texts }, edited) => {
    if (typeof id !== 'string' || typeof fields['created'] !== 'string') return null;
    const { source, selector, quotation } = (fields['passage'] ?? {}) as unknown as Partial<Passage>;
    const now = new Date(edited).toISOString();
    const style = typeof fields['style'] === 'string' ? fields['style'] : null;
    const note = textsIn(texts).reduce((all, one) => mergeNotes(all, one), '');
    const parsed = parseAnnotation({
      ...createAnnotation({
        id,
        now,
        source: source ?? '',
        selector: selector ?? [],
        quotation: quotation ?? null,
        note,
        tags: sets['tags'] ?? [],
      }),
      created: fields['created'],
    });
    return parsed && withStyle(parsed, style, now);
  },
  rankOf: (name, value, earlier) => {
    if (name === 'created') return earliestFirst(value);
    return name === 'passage' ? Math.max(earlier?.rank ?? 0, isReaders(value, earlier) ? 1 : 0) : 0;
  },
};

/** Whether it is the reader's word, which the detector's does not replace: a decision, or any change of what was there. */
function isReaders(value: Json, earlier: { readonly value: Json } | undefined): boolean {
  if (earlier !== undefined) return true;
  const { quotation } = value as unknown as Passage;
  return quotation !== null && quotation.status !== 'detected';
}
