import type { ArticleGroup } from './article-group.ts';
import type { Exporter } from './exporter.ts';

/** Writes a part for each article, with an empty line between two of them. `textOf` ends with a line break. */
export function onePartEach(textOf: (group: ArticleGroup) => string): ReturnType<Exporter['begin']> {
  let separator = '';
  return {
    add(group) {
      const text = separator + textOf(group);
      separator = '\n';
      return text;
    },
    end: () => '',
  };
}
