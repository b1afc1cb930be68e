import { parseAnnotation } from '#core/annotation-guard.ts';
import { createAnnotation, noteOf, styleOf, tagsOf, withStyle } from '#core/annotation-edit.ts';
import type { QuotationRecord } from '#core/annotation.ts';
import type { Selector } from '#core/anchor/selector.ts';
import type { Json, Parts } from '#core/sync/sync-document.ts';
import { fittingTexts, oneNote } from './fitting-texts.ts';
import { asJson, timeText } from './json-values.ts';
import type { Shape } from './shape.ts';

/** Where a passage stands and what is said of it, as one: its ends belong to the word on the quotation that set them. */
interface Passage {
  readonly source: string;
  readonly selector: readonly Selector[];
  readonly quotation: QuotationRecord | null;
}

/** A record has so many parts, its note among them; a tag, and the name of a style, so many UTF-16 code units. */
const BODIES = 1_000;
const TAG = 1_000;

function fit({ fields, sets, texts }: Parts): Parts {
  const shown = fittingTexts(texts);
  const tags = (sets['tags'] ?? []).filter((tag) => tag.length <= TAG);
  return { fields, sets: { ...sets, tags: tags.slice(0, BODIES - Math.min(1, shown.length)) }, texts: shown };
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
  fit,
  recordOf: (id, parts, edited) => {
    const { fields, sets, texts } = fit(parts);
    if (typeof id !== 'string' || typeof fields['created'] !== 'string') return null;
    const { source, selector, quotation } = (fields['passage'] ?? {}) as unknown as Partial<Passage>;
    const now = timeText(edited);
    const style = typeof fields['style'] === 'string' ? fields['style'] : null;
    const made = {
      ...createAnnotation({
        id,
        now,
        source: source ?? '',
        selector: selector ?? [],
        quotation: quotation ?? null,
        note: oneNote(fittingTexts(texts)),
        tags: sets['tags'] ?? [],
      }),
      created: fields['created'],
    };
    return parseAnnotation(style === null || style.length > TAG ? made : withStyle(made, style, now));
  },
  rankOf: (name, value, earlier) =>
    name === 'passage' ? Math.max(earlier?.rank ?? 0, isReaders(value, earlier) ? 1 : 0) : 0,
};

/** Whether it is the reader's word, which the detector's does not replace: a decision, or any change of what was there. */
function isReaders(value: Json, earlier: { readonly value: Json } | undefined): boolean {
  if (earlier !== undefined) return true;
  const { quotation } = value as unknown as Passage;
  return quotation !== null && quotation.status !== 'detected';
}
