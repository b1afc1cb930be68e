import type { Browser } from 'puppeteer-core';
import { insideFirefox } from './firefox-inside.ts';
import type { Witness, WitnessedRequest } from './requester.ts';

/**
 * Has Firefox note every request, whoever makes it, when its channel is opened: before the proxy, before the net, and also of the
 * background and of our scripts in pages, which WebDriver's own events leave out.
 */
const watch = `(() => {
  const seen = [];
  const ours = (principal) => Boolean(principal && (principal.addonPolicy || principal.contentScriptAddonPolicy));
  const observer = {
    observe(subject, topic) {
      if (topic === 'speculative-connect-request') return void seen.push({ address: 'speculative:connection', by: 'browser' });
      const channel = subject.QueryInterface(Ci.nsIChannel);
      const { loadInfo } = channel;
      const { loadingPrincipal, triggeringPrincipal } = loadInfo;
      const isOurs = ours(triggeringPrincipal) || ours(loadingPrincipal);
      const isBrowsers = !isOurs && (triggeringPrincipal?.isSystemPrincipal ?? false) && loadInfo.externalContentPolicyType !== Ci.nsIContentPolicy.TYPE_DOCUMENT;
      seen.push({ address: channel.URI.spec, by: isOurs ? 'extension' : isBrowsers ? 'browser' : 'page' });
    },
  };
  for (const topic of ['http-on-opening-request', 'speculative-connect-request']) Services.obs.addObserver(observer, topic);
  globalThis.onRecordSeen = seen;
  globalThis.onRecordObserver = observer;
  return null;
})()`;

/** Begins to watch. The answer stands in the browser until it is closed. */
export async function watchFirefox(browser: Browser): Promise<Witness> {
  await insideFirefox(browser, watch);
  return { seen: () => insideFirefox<WitnessedRequest[]>(browser, 'globalThis.onRecordSeen') };
}
