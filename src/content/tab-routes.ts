import { number } from '#core/guard.ts';
import { nothing, only, place } from '#messaging/inputs.ts';
import type { PageState, Place, TabRequests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';

/** What a page of ours may have the content script do. */
export interface PageActions {
  state(): PageState;
  reveal(place: Place): boolean;
  resizePopover(height: number): void;
  closePopover(): void;
  keepSelection(): Promise<boolean>;
  openNext(): Promise<boolean>;
  refresh(): void;
}

/** Answers for one page. All come from pages of ours: a content script has no way to write to a tab. */
export function createTabRoutes(actions: PageActions): Routes<TabRequests> {
  return {
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
    'page.closePopover': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        actions.closePopover();
        return null;
      },
    },
    'page.keepSelection': { parse: nothing, from: 'ui', answer: () => actions.keepSelection() },
    'page.openNext': { parse: nothing, from: 'ui', answer: () => actions.openNext() },
    'page.refresh': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        actions.refresh();
        return null;
      },
    },
  };
}
