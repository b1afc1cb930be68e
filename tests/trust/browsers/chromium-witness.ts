import { type Browser, type CDPSession, CDPSessionEvent } from 'puppeteer-core';
import type { ChromiumSession } from '#scripts/driver/chromium.ts';
import { requestsOfNetLog } from '#scripts/driver/net-log.ts';
import type { Witness, WitnessedRequest } from './requester.ts';

const isOut = (address: string): boolean => /^(?:https?|wss?):/.test(address);

/**
 * Listens to the network events of every page, frame and worker, also of those that come later. A request is ours when it comes from a
 * page or a worker of ours, or from a script of ours in somebody's page.
 */
async function watchTargets(browser: Browser, ownOrigin: string): Promise<WitnessedRequest[]> {
  const seen: WitnessedRequest[] = [];
  const root = await browser.target().createCDPSession();
  const listen = async (session: CDPSession): Promise<void> => {
    session.on(CDPSessionEvent.SessionAttached, (inner) => void listen(inner).catch(() => null));
    session.on('Network.requestWillBeSent', ({ request, documentURL, initiator }) => {
      if (!isOut(request.url)) return;
      const makers = [documentURL, initiator.url ?? '', ...(initiator.stack?.callFrames ?? []).map(({ url }) => url)];
      const isOurs = makers.some((maker) => maker.startsWith(ownOrigin));
      seen.push({ address: request.url, by: isOurs ? 'extension' : 'page' });
    }); // prettier-ignore
    session.on('Network.webSocketCreated', ({ url }) => void seen.push({ address: url, by: 'page' }));
    session.on('Network.webTransportCreated', ({ url }) => void seen.push({ address: url, by: 'page' }));
    await session.send('Network.enable').catch(() => null);
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
  };
  await listen(root);
  return seen;
}

/** The browser's own log of the net, which has every request with its initiator, and the events of all targets. */
export async function watchChromium(session: ChromiumSession): Promise<Witness> {
  const { ownOrigin } = session;
  const byTargets = await watchTargets(session.browser, ownOrigin);
  return {
    seen: async () => {
      const logged = requestsOfNetLog(await session.netLog()).map(({ address, initiator }) => ({
        address,
        by: initiator.startsWith(ownOrigin.replace(/\/$/, ''))
          ? ('extension' as const)
          : initiator === ''
            ? ('browser' as const)
            : ('page' as const),
      }));
      return [...byTargets, ...logged];
    },
  };
}
