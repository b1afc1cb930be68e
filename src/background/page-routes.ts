import browser from 'webextension-polyfill';
import { ends, nothing, only, prepare, secret } from '#messaging/inputs.ts';
import { callPopover } from '#messaging/popover-channel.ts';
import type { Requests } from '#messaging/protocol.ts';
import { RefusedError, type Routes, type Sender } from '#messaging/server.ts';
import { sourceOf } from './article-source.ts';
import { isFrameThere, setFrameSecret } from './frame-secrets.ts';
import { takeChosenSpeaker } from './menu-people.ts';
import { forgetSubject, prepareSubject, preparedSubject, setUnshown } from './popover-subjects.ts';

type Names = 'popover.prepare' | 'page.started' | 'popover.forget' | 'popover.unshown' | 'popover.dragged';

/** The tab of a content script. */
function contentTabOf(sender: Sender): number {
  if (sender.kind !== 'content') throw new RefusedError('not-allowed');
  return sender.tabId;
}

/** What a page's content script says of the page and of its popover. */
export function pageRoutes(): Routes<Pick<Requests, Names>> {
  return {
    'popover.prepare': {
      parse: prepare,
      from: 'content',
      answer: async ({ about, subject }, sender) => {
        const { source, tabId } = sourceOf(sender, about);
        const speaker = takeChosenSpeaker(tabId);
        const id = await prepareSubject({ tabId, source, about, subject, speaker });
        return { id, isThere: await isFrameThere(tabId) };
      },
    },
    'page.started': {
      parse: only('secret', secret),
      from: 'content',
      answer: async (input, sender) => {
        const tabId = contentTabOf(sender);
        await forgetSubject(tabId);
        await setFrameSecret(tabId, input.secret);
        return null;
      },
    },
    'popover.forget': {
      parse: nothing,
      from: 'content',
      answer: async (_nothing, sender) => {
        await forgetSubject(contentTabOf(sender));
        return null;
      },
    },
    'popover.unshown': {
      parse: nothing,
      from: 'content',
      answer: async (_nothing, sender) => {
        await setUnshown(contentTabOf(sender));
        // Some browsers open it only at a click on the icon: then the reader finds the same there.
        await browser.action.openPopup().catch(() => null);
        return null;
      },
    },
    'popover.dragged': {
      parse: ends,
      from: 'content',
      answer: async (there, sender) => {
        const tabId = contentTabOf(sender);
        const prepared = await preparedSubject(tabId);
        if (prepared !== null) await callPopover({ tabId, id: prepared.id, ends: there });
        return null;
      },
    },
  };
}
