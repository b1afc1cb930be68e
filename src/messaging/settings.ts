import browser from 'webextension-polyfill';
import { onStored } from './on-stored.ts';

/** What the reader has chosen for the pages that we mark. */
export interface Settings {
  /** Whether marks are shown on sites that have no choice of their own. */
  readonly marks: boolean;
  /** Hosts where the reader has chosen otherwise, and what. */
  readonly siteMarks: Readonly<Record<string, boolean>>;
  /** Hosts where the reader does not want us, though we may run there. */
  readonly sitesOff: readonly string[];
  /** Whether selected text is offered a toolbar. */
  readonly selectionBar: boolean;
}

/** Where marks are to be shown or hidden. */
export type MarksScope = 'site' | 'everywhere';

/** The key under `storage.local`. */
export const settingsKey = 'settings';
/** No more sites than this are remembered: the oldest choice goes. */
const mostSites = 2_000;

/** What was stored, whatever it is, as settings: what cannot be read is as it was at first. */
export function settingsOf(value: unknown): Settings {
  const stored = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const sites = typeof stored['siteMarks'] === 'object' ? Object.entries(stored['siteMarks'] ?? {}) : [];
  const chosen = sites.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
  return {
    marks: stored['marks'] !== false,
    siteMarks: Object.fromEntries(chosen.slice(-mostSites)),
    sitesOff: Array.isArray(stored['sitesOff'])
      ? stored['sitesOff'].filter((host): host is string => typeof host === 'string').slice(-mostSites)
      : [],
    selectionBar: stored['selectionBar'] !== false,
  };
}

/** Whether marks are shown on a site. */
export function areMarksShown({ marks, siteMarks }: Settings, host: string): boolean {
  return Object.hasOwn(siteMarks, host) ? siteMarks[host] === true : marks;
}

/** With marks shown or hidden on one site, or on all, whatever was chosen for any before. */
export function withMarks(settings: Settings, shown: boolean, scope: MarksScope, host: string): Settings {
  if (scope === 'everywhere') return { ...settings, marks: shown, siteMarks: {} };
  const { [host]: _, ...others } = settings.siteMarks;
  return { ...settings, siteMarks: shown === settings.marks ? others : { ...others, [host]: shown } };
}

/** With us on or off on a site. */
export function withSite(settings: Settings, host: string, on: boolean): Settings {
  const others = settings.sitesOff.filter((other) => other !== host);
  return { ...settings, sitesOff: on ? others : [...others, host] };
}

export async function readSettings(): Promise<Settings> {
  return settingsOf((await browser.storage.local.get(settingsKey))[settingsKey]);
}

/** Changes what is stored now; every page that follows it is told at once. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: change(await readSettings()) });
}

/** Calls back whenever the reader has changed something, here or elsewhere, until the signal aborts. */
export function onSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  onStored(settingsKey, (value) => callback(settingsOf(value)), signal);
}
