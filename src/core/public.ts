/** What the package `@onrecord/core` offers (scripts/package-core.ts makes it). */
export { createAnnotation, noteOf, tagsOf, withNote, withSpeaker, withTags } from './annotation-edit.ts';
export type { Annotation, ArticleRecord, QuotationRecord } from './annotation.ts';
export { parseAnnotation, parseArticle } from './annotation-guard.ts';
export { describe } from './anchor/describe.ts';
export { match, matchAll, type Match } from './anchor/match.ts';
export { possiblePlace } from './anchor/possible-place.ts';
export type { Selector } from './anchor/selector.ts';
export { buildIndex, type TextIndex } from './anchor/text-index.ts';
export { detect } from './detect/detect.ts';
export { quotationEvidence, readingEvidence } from './detect/evidence.ts';
export type { DetectOptions, Detection, Evidence, Person, Quotation, Speaker } from './detect/types.ts';
export { type ArticleGroup, bareGroup } from './export/article-group.ts';
export { defaultOptions, type ExportAbout, type Exporter, type ExportOptions } from './export/exporter.ts';
export { exporters, findExporter } from './export/registry.ts';
export { quotationRecord } from './quotation-record.ts';
export type { Span } from './text.ts';
export { textFragmentLink } from './text-fragment.ts';
export { articleAddress } from './url.ts';
