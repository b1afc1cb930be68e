import { number } from '#core/guard.ts';
import { ends, intent, marksWish, nothing, only, place } from '#messaging/tab-inputs.ts';
import type { Span } from '#core/text.ts';
import type { Intent, PageState, Passage, Place, TabRequests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';
import type { MarksScope } from '#messaging/settings.ts';

/** What a page of ours may have the content script do. */
export interface PageActions {
  state(): PageState;
  reveal(place: Place): boolean;
  resizePopover(height: number): void;
  closePopover(): void;
  /** Gives the focus back to the popover, if it was not the reader who took it away. */
  keepFocus(): void;
  /** Moves the ends of the open mark. Null when there is none, or nothing stands there. */
  setEnds(ends: Span): Passage | null;
  openSelection(intent: Intent): Promise<boolean>;
  openNext(step: 1 | -1): Promise<boolean>;
  refresh(): void;
  /** What the reader wants detected has changed: read the page as if for the first time. */
  detectAgain(): Promise<void>;
  isTyping(): boolean;
  /** We may not read this site any more. */
  end(): void;
}

/** Whether marks are shown on this page, and how that is changed. */
export interface MarksSwitch {
  isShown(): boolean;
  /** Reads the reader's settings again. */
  refresh(): Promise<void>;
  /** Settled when the choice is stored. */
  set(shown: boolean, scope: MarksScope): Promise<void>;
}

/** Answers for one page. All come from pages of ours: a content script has no way to write to a tab. */
export function createTabRoutes(actions: PageActions, marks: MarksSwitch): Routes<TabRequests> {
  const set = async (shown: boolean, scope: MarksScope): Promise<null> => {
    await marks.set(shown, scope);
    return null;
  };
  return {
    'page.marks': {
      parse: nothing,
      from: 'ui',
      answer: async () => ({ shown: marks.isShown(), site: location.hostname }),
    },
    'page.showMarks': { parse: marksWish, from: 'ui', answer: ({ shown, scope }) => set(shown, scope) },
    'page.toggleMarks': { parse: nothing, from: 'ui', answer: () => set(!marks.isShown(), 'site') },
    'page.state': { parse: nothing, from: 'ui', answer: async () => actions.state() },
    'page.reveal': { parse: place, from: 'ui', answer: async (there) => actions.reveal(there) },
    'page.resizePopover': {
      parse: only('height', number(0, 10_000)),
      from: 'ui',
      answer: async ({ height }) => {
        actions.resizePopover(height);
        return null;
      },
    },
    'page.setEnds': { parse: ends, from: 'ui', answer: async (there) => actions.setEnds(there) },
    'page.keepFocus': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        actions.keepFocus();
        return null;
      },
    },
    'page.closePopover': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        actions.closePopover();
        return null;
      },
    },
    'page.openSelection': {
      parse: only('intent', intent),
      from: 'ui',
      answer: (input) => actions.openSelection(input.intent),
    },
    'page.openNext': { parse: nothing, from: 'ui', answer: () => actions.openNext(1) },
    'page.openPrevious': { parse: nothing, from: 'ui', answer: () => actions.openNext(-1) },
    'page.isTyping': { parse: nothing, from: 'ui', answer: async () => actions.isTyping() },
    'page.detectAgain': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        await marks.refresh();
        await actions.detectAgain();
        return null;
      },
    },
    'page.refresh': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        actions.refresh();
        return null;
      },
    },
    'page.end': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        actions.end();
        return null;
      },
    },
  };
}
