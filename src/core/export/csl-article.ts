import { byPosition } from '#core/annotation-passage.ts';
import { bareArticle } from '#core/bare-article.ts';
import { cslItem, type CslItem } from '#core/citation/csl-item.ts';
import type { ArticleGroup } from './article-group.ts';
import { passageFacts } from './passage-facts.ts';
import { englishWords } from './export-words.ts';
import { quoted } from './quoted.ts';
import { oneLine, withoutControls } from './unicode.ts';

/** An article as a newspaper item, with its quotations and notes as the item's note, and its tags as keywords. */
export function cslArticle(group: ArticleGroup): CslItem {
  const { source, annotations } = group;
  const item = cslItem(group.article ?? bareArticle(source, annotations[0]?.created ?? ''));
  const facts = annotations.toSorted(byPosition).map((one) => passageFacts(one));
  const tags = new Set(facts.flatMap((one) => one.tags.map((tag) => oneLine(tag).replaceAll(',', ' '))));
  const note = facts.map(({ exact, speaker, status, note: words }) =>
    [
      `${quoted(exact)} — ${oneLine(speaker === '' ? status : `${speaker} (${status})`)}`,
      words.trim() === '' ? '' : `${englishWords.note} ${withoutControls(words)}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
  return {
    ...item,
    ...(tags.size === 0 ? {} : { keyword: [...tags].join(', ') }),
    ...(note.length === 0 ? {} : { note: note.join('\n\n') }),
  };
}
