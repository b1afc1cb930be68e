import { t, tList } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
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
      {failed && <TroubleLine code={null} />}
    </>
  );
}
