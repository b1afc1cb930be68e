import { Button } from '#ui/button.tsx';
import { currentLocale, t } from '#ui/text.ts';

interface MoreArticlesProps {
  readonly seen: number;
  readonly all: number;
  readonly onMore: () => void;
}

/** Says that only some of a person's articles were looked at, and looks at more. */
export function MoreArticles({ seen, all, onMore }: MoreArticlesProps) {
  if (seen >= all) return null;
  const number = new Intl.NumberFormat(currentLocale());
  return (
    <div>
      <Button look="quiet" onClick={onMore}>
        {t('personMoreArticles', number.format(seen), number.format(all))}
      </Button>
    </div>
  );
}
