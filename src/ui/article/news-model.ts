import { type ReadonlySignal, signal } from '@preact/signals';

interface News {
  /** Where the tab is, when its window is a private one; null when it is not. */
  readonly privateAddress: string | null;
  /** The version that On Record was just updated to, until the reader has read it. */
  readonly version: string | null;
}

export interface NewsPort {
  readonly tab: () => Promise<{
    readonly incognito?: boolean | undefined;
    readonly url?: string | undefined;
  } | null>;
  readonly updatedTo: () => Promise<string | null>;
  readonly forgetUpdate: () => Promise<unknown>;
  readonly openInNormalWindow: (address: string) => Promise<unknown>;
}

export interface NewsModel {
  readonly state: ReadonlySignal<News>;
  readonly read: () => void;
  readonly dismissVersion: () => void;
  readonly openInNormalWindow: (address: string) => void;
}

/** What the reader is told once, quietly. What fails is told to `onError`, but for reading it: no news then. */
export function createNewsModel(port: NewsPort, onError: (error: unknown) => void): NewsModel {
  const state = signal<News>({ privateAddress: null, version: null });
  const read = async (): Promise<void> => {
    const [tab, version] = await Promise.all([port.tab(), port.updatedTo()]);
    state.value = { privateAddress: tab?.incognito === true ? (tab.url ?? '') : null, version };
  };
  return {
    state,
    read: () => void read().catch(() => null),
    dismissVersion() {
      state.value = { ...state.peek(), version: null };
      port.forgetUpdate().catch(onError);
    },
    openInNormalWindow: (address) => void port.openInNormalWindow(address).catch(onError),
  };
}
