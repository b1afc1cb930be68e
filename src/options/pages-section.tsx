import { useEffect, useState } from 'preact/hooks';
import { changeSettings, onSettings, readSettings, type Settings } from '#messaging/settings.ts';
import { failureWords } from '#ui/failure-words.ts';
import { t } from '#ui/text.ts';
import { SwitchRow } from './switch-row.tsx';

/** The settings as they are stored now; null until they have been read. */
function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    onSettings(setSettings, controller.signal);
    readSettings().then(setSettings, () => null);
    return () => controller.abort();
  }, []);
  return settings;
}

/** What we show on the pages themselves. */
export function PagesSection() {
  const settings = useSettings();
  const [failed, setFailed] = useState(false);
  const change = (part: Partial<Settings>): void => {
    setFailed(false);
    changeSettings((now) => ({ ...now, ...part })).catch(() => setFailed(true));
  };
  if (settings === null) return null;
  const sites = Object.keys(settings.siteMarks);
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">{t('optionsPages')}</h2>
      <SwitchRow
        title={t('optionsMarks')}
        text={[t('optionsMarksText'), sites.length > 0 && t('optionsMarksSites', sites.join(', '))]
          .filter(Boolean)
          .join(' ')}
        checked={settings.marks}
        onChange={(marks) => change({ marks })}
      />
      <SwitchRow
        title={t('optionsBar')}
        text={t('optionsBarText')}
        checked={settings.selectionBar}
        onChange={(selectionBar) => change({ selectionBar })}
      />
      {failed && (
        <p class="trouble" role="alert">
          {failureWords(null)}
        </p>
      )}
    </section>
  );
}
