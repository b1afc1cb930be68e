import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rememberSummary } from '#background/article-summaries.ts';
import { showOnBadge } from '#background/badge.ts';
import { setFrameSecret, setFrameThere } from '#background/frame-secrets.ts';
import { rememberMenuPeople } from '#background/menu-people.ts';
import { prepareSubject } from '#background/popover-subjects.ts';
import type { Person } from '#core/detect/types.ts';
import type { Subject } from '#messaging/protocol.ts';
import { putDetails } from '#storage/article-details.ts';
import type { Storage } from '#storage/database.ts';

const { session, open } = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  open: new Set<number>(),
}));

vi.mock('#storage/article-details.ts', () => ({ putDetails: vi.fn<typeof putDetails>() }));
vi.mock('#messaging/popover-channel.ts', () => ({ callPopover: async () => undefined }));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (values: object) =>
          Object.entries(values).forEach(([key, value]) => session.set(key, value)),
        remove: async (keys: string[]) => keys.forEach((key) => session.delete(key)),
      },
    },
    tabs: {
      query: async () => [],
      get: async (id: number) => {
        if (!open.has(id)) throw new Error(`No tab with id: ${id}`);
        return { id };
      },
    },
    action: { setBadgeText: async () => undefined, setBadgeBackgroundColor: async () => undefined },
    contextMenus: { update: async () => undefined },
  },
}));

const about = { address: 'https://lantern.example/low', title: 'Low water', byline: null, outlet: null, language: null, section: null, published: null, modified: null, origins: {}, canonical: null }; // prettier-ignore
const person: Person = { name: 'Ana Ortiz', aliases: [], roles: [], gender: null, mentions: [], evidence: [], confidence: 1 }; // prettier-ignore
const source = about.address;

/** All that is remembered of a tab while its page is read. */
async function remember(tabId: number): Promise<void> {
  await rememberSummary({} as Storage, tabId, { source, seen: '2026-01-02T03:04:05.000Z', speakers: [] });
  await rememberMenuPeople(tabId, ['Ana Ortiz']);
  await showOnBadge(tabId, []);
  await setFrameSecret(tabId, 'secret');
  await setFrameThere(tabId, 'secret');
  const subject: Subject = { type: 'person', person, sayings: [], others: [] };
  await prepareSubject({ tabId, source, about, subject, speaker: null });
  // The look whether the tab is there is not waited for.
  await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  session.clear();
  open.clear();
});

describe('what is remembered of a tab', () => {
  test('is there as long as the tab is', async () => {
    open.add(7);
    await remember(7);
    expect([...session.keys()].toSorted()).toEqual([
      'article:7',
      'frame-there:7',
      'frame:7',
      'menu-people:7',
      'popover:7',
      'summary:7',
    ]);
  });

  test('leaves nothing behind when the tab was closed while its page was being read', async () => {
    open.add(7);
    await remember(7);
    const kept = new Map(session);
    await remember(8);
    expect(session).toEqual(kept);
  });
});
