import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether a page shows its marks. */
interface MarksState {
  readonly shown: boolean;
  /** The name of the page's site. */
  readonly site: string;
}

export interface MarksPort {
  readonly marks: (tabId: number) => Promise<MarksState>;
  readonly showMarks: (tabId: number, shown: boolean, scope: 'site' | 'everywhere') => Promise<unknown>;
}

export interface MarksModel {
  /** Null until the page has said. */
  readonly state: ReadonlySignal<MarksState | null>;
  /** Whether the reader has just changed it for the site, and may want it everywhere. */
  readonly changed: ReadonlySignal<boolean>;
  readonly read: (tabId: number) => void;
  readonly set: (tabId: number, shown: boolean, scope: 'site' | 'everywhere') => void;
}

/** The switch for the marks of a page. What fails is told to `onError`. */
export function createMarksModel(port: MarksPort, onError: (error: unknown) => void): MarksModel {
  const state = signal<MarksState | null>(null);
  const changed = signal(false);
  let turn = 0;
  const follow = async (tabId: number, before: Promise<unknown>): Promise<void> => {
    turn += 1;
    const mine = turn;
    await before;
    const next = await port.marks(tabId);
    if (mine === turn) state.value = next;
  };
  return {
    state,
    changed,
    // A page that was open before an update does not know the question: it has no switch.
    read: (tabId) => void follow(tabId, Promise.resolve()).catch(() => (state.value = null)),
    set(tabId, shown, scope) {
      changed.value = scope === 'site';
      follow(tabId, port.showMarks(tabId, shown, scope)).catch(onError);
    },
  };
}
