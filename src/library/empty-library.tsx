import browser from 'webextension-polyfill';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';

/** Nothing is kept at all: how something comes to be here, and where that can be tried out. */
export function EmptyLibrary() {
  const tryIt = (): void => {
    // In a tab of its own: the library stays where it is, and the welcome page can close itself.
    void browser.tabs.create({ url: browser.runtime.getURL('src/welcome/welcome.html') });
  };
  return (
    <Notice title={t('libraryEmptyTitle')} actions={<Button onClick={tryIt}>{t('libraryEmptyTry')}</Button>}>
      {t('libraryEmptyText')}
    </Notice>
  );
}
