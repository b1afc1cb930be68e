import { useEffect, useState } from 'preact/hooks';
import { changeSettings, onSettings, readSettings, type Settings } from '#messaging/settings.ts';

export interface FollowedSettings {
  /** The settings as they are stored now; null until they have been read. */
  readonly settings: Settings | null;
  readonly change: (part: (now: Settings) => Settings) => void;
  /** Whether the last change could not be stored. */
  readonly failed: boolean;
}

/** The reader's settings for pages, kept up to date while the options are open. */
export function useSettings(): FollowedSettings {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    onSettings(setSettings, controller.signal);
    readSettings().then(setSettings, () => setFailed(true));
    return () => controller.abort();
  }, []);
  return {
    settings,
    change(part) {
      setFailed(false);
      changeSettings(part).catch(() => setFailed(true));
    },
    failed,
  };
}
