import type { Browser } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';

/**
 * Runs code in Firefox itself, where it may look at everything (it was started with `systemAccess`).
 * @param source an expression, whose value, or what its promise brings, must be what JSON can say
 * @throws when the browser refuses, or the code throws
 */
export async function insideFirefox<T>(browser: Browser, source: string): Promise<T> {
  if (!(browser instanceof BidiBrowser)) throw new Error('not driven by WebDriver BiDi');
  const { connection } = browser;
  const ofBrowser = { maxDepth: 0, 'moz:scope': 'chrome' };
  const tree = await connection.send('browsingContext.getTree', ofBrowser);
  const context = tree.result.contexts[0]?.context;
  if (context === undefined) throw new Error('no window of the browser');
  const reply = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${source})))()`,
    target: { context },
    awaitPromise: true,
  });
  const { result } = reply;
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  const value = result.result;
  if (value.type !== 'string') throw new Error(`an answer of type ${value.type}`);
  return JSON.parse(value.value) as T;
}
