import type { ArticleRecord } from '#core/annotation.ts';

/** The newspaper's name, else its host; an empty string when neither is known. */
export function outletOf({ outlet, source }: ArticleRecord): string {
  return outlet ?? (URL.canParse(source) ? new URL(source).hostname : '');
}
