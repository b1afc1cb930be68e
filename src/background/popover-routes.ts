import type { ArticleRecord } from '#core/annotation.ts';
import { number, object, offset } from '#core/guard.ts';
import { nameKey } from '#core/search/search-document.ts';
import type { Span } from '#core/text.ts';
import { requestTab } from '#messaging/client.ts';
import { only, place, popoverId, secret } from '#messaging/inputs.ts';
import type { Place, Requests, SubjectView } from '#messaging/protocol.ts';
import { RefusedError, type Routes, type Sender } from '#messaging/server.ts';
import { getAnnotation } from '#storage/annotations.ts';
import { decisionsOf } from '#storage/article-details.ts';
import type { Storage } from '#storage/database.ts';
import { personOf } from '#storage/people.ts';
import { articleRecord } from './article-record.ts';
import { frameSecret, setFrameThere } from './frame-secrets.ts';
import type { pageRoutes } from './page-routes.ts';
import {
  forgetSubject,
  type Prepared,
  preparedSubject,
  preparedUnder,
  takeUnshown,
} from './popover-subjects.ts';

type Names = Exclude<Extract<keyof Requests, `popover.${string}`>, keyof ReturnType<typeof pageRoutes>>;

/** The popover's tab: only a page of ours that stands in a tab has one. */
function tabOf(sender: Sender): number {
  if (sender.kind !== 'ui' || sender.tabId === null) throw new RefusedError('not-allowed');
  return sender.tabId;
}

/** What was prepared for the sender's tab under this very id; for a popup or panel, what a page could not show itself. */
async function preparedFor(sender: Sender, id: string): Promise<Prepared> {
  const standsAlone = sender.kind === 'ui' && sender.tabId === null;
  const prepared = standsAlone ? await preparedUnder(id) : await preparedSubject(tabOf(sender));
  if (prepared?.id !== id) throw new RefusedError('not-found');
  return prepared;
}

function articleOf({ source, about }: Prepared, now: string): ArticleRecord {
  return articleRecord(source, about, now);
}

async function viewOf(storage: Storage, prepared: Prepared): Promise<SubjectView> {
  const { subject } = prepared;
  const article = articleOf(prepared, new Date().toISOString());
  const decisions = await decisionsOf(storage, prepared.source).catch(() => []);
  if (subject.type === 'person') {
    const known = await personOf(storage, prepared.source, nameKey(subject.person.name)).catch(() => null);
    return { ...subject, article, known, decisions };
  }
  const annotation = subject.annotation === null ? null : await getAnnotation(storage, subject.annotation);
  return { ...subject, article, annotation, decisions, speaker: prepared.speaker };
}

/** What the popover's page asks for: what it is to show, and what the page it stands in is to do. */
export function popoverRoutes(storage: Storage): Routes<Pick<Requests, Names>> {
  return {
    'popover.hello': {
      parse: only('secret', secret),
      from: 'ui',
      answer: async (input, sender) => {
        const tabId = tabOf(sender);
        if ((await frameSecret(tabId)) !== input.secret) throw new RefusedError('not-allowed');
        await setFrameThere(tabId, input.secret);
        return { tabId, id: (await preparedSubject(tabId))?.id ?? null };
      },
    },
    'popover.subject': {
      parse: only('id', popoverId),
      from: 'ui',
      answer: async ({ id }, sender) => viewOf(storage, await preparedFor(sender, id)),
    },
    'popover.resize': {
      parse: object<{ id: string; height: number }>({ id: popoverId, height: number(0, 10_000) }),
      from: 'ui',
      answer: async ({ id, height }, sender) => {
        const { tabId } = await preparedFor(sender, id);
        return requestTab(tabId, 'page.resizePopover', { height });
      },
    },
    'popover.reveal': {
      parse: object<{ id: string; place: Place }>({ id: popoverId, place }),
      from: 'ui',
      answer: async ({ id, place: there }, sender) => {
        const { tabId } = await preparedFor(sender, id);
        await requestTab(tabId, 'page.reveal', there);
        return null;
      },
    },
    'popover.setEnds': {
      parse: object<{ id: string } & Span>({ id: popoverId, start: offset, end: offset }),
      from: 'ui',
      answer: async ({ id, start, end }, sender) => {
        const { tabId } = await preparedFor(sender, id);
        return requestTab(tabId, 'page.setEnds', { start, end });
      },
    },
    'popover.unshownOf': {
      parse: only('tabId', number(0, Number.MAX_SAFE_INTEGER)),
      from: 'ui',
      answer: async ({ tabId }, sender) => {
        // A frame of ours stands in somebody's page: it learns of its own subject only, and by its secret.
        if (sender.kind !== 'ui' || sender.tabId !== null) throw new RefusedError('not-allowed');
        return takeUnshown(tabId);
      },
    },
    'popover.left': {
      parse: only('id', popoverId),
      from: 'ui',
      answer: async ({ id }, sender) => {
        const { tabId } = await preparedFor(sender, id);
        return requestTab(tabId, 'page.keepFocus', null);
      },
    },
    'popover.close': {
      parse: only('id', popoverId),
      from: 'ui',
      answer: async ({ id }, sender) => {
        if (sender.kind === 'ui' && sender.tabId === null) {
          const alone = await preparedUnder(id);
          if (alone !== null) await forgetSubject(alone.tabId);
          return null;
        }
        const tabId = tabOf(sender);
        // Closing always works, also for a popover that has outlived what it was prepared for; what another shows is not forgotten.
        if ((await preparedSubject(tabId))?.id === id) await forgetSubject(tabId);
        return requestTab(tabId, 'page.closePopover', null);
      },
    },
  };
}
