import type { Reading } from './chromium-gauges.ts';
import { insideFirefox } from './firefox-inside.ts';
import type { Desk } from './soak-reading.ts';

/** One line of about:memory. */
interface Report {
  readonly process: string;
  readonly path: string;
  readonly amount: number;
}

/** Has every process collect its garbage three times, as about:memory's *Minimize memory usage* does, and gives all its lines. */
const reports = `(async () => {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  for (let i = 0; i < 2; i++) {
    Services.obs.notifyObservers(null, 'child-mmu-request');
    await new Promise((resolve) => manager.minimizeMemoryUsage(resolve));
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  const found = [];
  await new Promise((resolve) => manager.getReports(
    (process, path, kind, units, amount) => {
      if (/^(?:explicit\\/window-objects|event-counts|js-main-runtime\\/(?:realms|zones|compartments))/.test(path)) found.push({ process, path, amount });
    }, null, resolve, null, false));
  return found;
})()`;

/** A node takes this at least: Firefox tells bytes of them, no number. */
const bytesOfNode = 100;

const sum = (found: readonly Report[], path: RegExp): number =>
  found.reduce((total, report) => (path.test(report.path) ? total + report.amount : total), 0);

const count = (found: readonly Report[], path: RegExp): number =>
  new Set(found.flatMap(({ path: whole }) => path.exec(whole)?.[0] ?? [])).size;

/** What is there in the processes of one kind. */
function ofProcesses(found: readonly Report[], label: string): Reading {
  return {
    [`${label} JSHeapUsedSize`]: sum(found, /^js-main-runtime\/(?!.*unused)/),
    [`${label} JSEventListeners`]: sum(found, /^event-counts\/.*\/event-listeners$/),
    [`${label} Documents`]: count(found, /^explicit\/window-objects\/.*?window\([^/]*\)/),
    [`${label} Nodes`]: sum(found, /^explicit\/.*\/dom\/(?:element|text)-nodes$/) / bytesOfNode,
    [`${label} Detached`]: count(
      found,
      /^explicit\/window-objects\/top\(none\)\/(?:detached|ghost)\/window\([^/]*\)/,
    ),
  };
}

/**
 * What measures Firefox while it soaks: its own memory reports, of the process of all extensions (our background and our pages live in
 * it together) and of those of web pages. They count neither functions nor frames.
 */
export function firefoxGauges({ session }: Desk): Promise<() => Promise<Reading>> {
  return Promise.resolve(async () => {
    const found = await insideFirefox<readonly Report[]>(session.browser, reports);
    const of = (path: string): Set<string> =>
      new Set(found.flatMap((report) => (report.path.includes(path) ? [report.process] : [])));
    // The processes of the pages that are open now: others wait to be used.
    const ofPages = of('/top(http:');
    return {
      ...ofProcesses(
        found.filter(({ process }) => process.startsWith('extension ')),
        'own pages',
      ),
      ...ofProcesses(
        found.filter(({ process }) => ofPages.has(process)),
        'page',
      ),
    };
  });
}
