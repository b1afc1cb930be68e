import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { passageFacts } from '#core/export/passage-facts.ts';
import { quoted } from '#core/export/quoted.ts';
import { citation } from './cite.ts';
import type { CitationStyle } from './citation-engine.ts';

/** A passage with who says it and, on a line of its own, the article's reference in a style. @param language of the reference's words */
export function citePassage(
  annotation: Annotation,
  article: ArticleRecord,
  style: CitationStyle,
  language: string,
): string {
  const { exact, speaker } = passageFacts(annotation);
  const words = speaker === '' ? quoted(exact) : `${quoted(exact)} — ${speaker}`;
  return `${words}\n${citation(article, style, language)}`;
}
