import {
  areMarksShown,
  changeSettings,
  onSettings,
  readSettings,
  type Settings,
  settingsOf,
  withMarks,
} from '#messaging/settings.ts';
import type { MarksSwitch } from './tab-routes.ts';

/** The reader's settings as they are for one page. */
export interface PageSettings extends MarksSwitch {
  /** Whether the reader wants us on this site. */
  isOn(): boolean;
  /** Whether selected text is offered a toolbar. */
  hasSelectionBar(): boolean;
  /** Reads them again: a page that slept in the back/forward cache has not heard of changes. */
  refresh(): Promise<void>;
}

/** @param onChange told whenever they have been read or have changed */
export function followSettings(
  host: string,
  onChange: (marksShown: boolean) => void,
  signal: AbortSignal,
): PageSettings {
  let settings: Settings = settingsOf(null);
  const take = (next: Settings): void => {
    settings = next;
    onChange(areMarksShown(settings, host));
  };
  onSettings(take, signal);
  return {
    isShown: () => areMarksShown(settings, host),
    isOn: () => !settings.sitesOff.includes(host),
    hasSelectionBar: () => settings.selectionBar,
    async set(shown, scope) {
      await changeSettings((now) => withMarks(now, shown, scope, host));
      await this.refresh();
    },
    async refresh() {
      take(await readSettings());
    },
  };
}
