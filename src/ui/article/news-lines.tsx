import { Button, IconButton } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import type { NewsModel } from './news-model.ts';

/** What is worth a quiet line above the article: the window is private, or On Record was updated. */
export function NewsLines({ news }: { readonly news: NewsModel }) {
  const { privateAddress, version } = news.state.value;
  return (
    <>
      {privateAddress !== null && (
        <div class="news-line">
          <p>{t('privateText')}</p>
          {/^https?:/u.test(privateAddress) && (
            <Button look="quiet" onClick={() => news.openInNormalWindow(privateAddress)}>
              {t('privateOpen')}
            </Button>
          )}
        </div>
      )}
      {version !== null && (
        <div class="news-line">
          <p role="status">{t('updatedText', version)}</p>
          <IconButton icon="close" label={t('close')} onClick={news.dismissVersion} />
        </div>
      )}
    </>
  );
}
