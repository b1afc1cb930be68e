import browser from 'webextension-polyfill';
import { type DetectionChoice, detectionChoiceOf } from '#core/detect/chosen-detection.ts';
import { onStored } from './on-stored.ts';

/** The key under `storage.local`. */
export const detectionKey = 'detection';

/** What the reader wants to have detected. */
export async function readDetectionChoice(): Promise<DetectionChoice> {
  return detectionChoiceOf((await browser.storage.local.get(detectionKey))[detectionKey]);
}

/** Changes part of it; the background has every open article read anew. */
export async function changeDetectionChoice(part: Partial<DetectionChoice>): Promise<void> {
  const now = await readDetectionChoice();
  await browser.storage.local.set({ [detectionKey]: { ...now, ...part } });
}

/** Calls back whenever it has changed, here or elsewhere, until the signal aborts. */
export function onDetectionChoice(callback: (choice: DetectionChoice) => void, signal: AbortSignal): void {
  onStored(detectionKey, (value) => callback(detectionChoiceOf(value)), signal);
}
