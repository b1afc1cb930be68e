import { failureWords } from '#ui/failure-words.ts';
import { t, tList } from '#ui/text.ts';
import { SwitchRow } from './switch-row.tsx';
import { useSettings } from './use-settings.ts';

/** What we show on the pages themselves. */
export function PagesSection() {
  const { settings, change, failed } = useSettings();
  if (settings === null) return null;
  const sites = Object.keys(settings.siteMarks);
  return (
    <>
      <SwitchRow
        title={t('optionsMarks')}
        text={[t('optionsMarksText'), sites.length > 0 && t('optionsMarksSites', tList(sites))]
          .filter(Boolean)
          .join(' ')}
        checked={settings.marks}
        onChange={(marks) => change((now) => ({ ...now, marks }))}
      />
      <SwitchRow
        title={t('optionsBar')}
        text={t('optionsBarText')}
        checked={settings.selectionBar}
        onChange={(selectionBar) => change((now) => ({ ...now, selectionBar }))}
      />
      {failed && (
        <p class="trouble" role="alert">
          {failureWords(null)}
        </p>
      )}
    </>
  );
}
