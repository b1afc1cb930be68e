import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ChromiumSession, startChromium } from '#scripts/driver/chromium.ts';
import { exportedText } from '#scripts/driver/exported-text.ts';

/** Saves records as fast as the store answers, until `count` were answered; answers the ids of those that were. */
const storm = `async (from, count) => {
  const answered = [];
  for (let i = from; i < from + count; i++) {
    const id = 'urn:uuid:00000000-0000-4000-8000-' + String(i).padStart(12, '0');
    const now = new Date().toISOString();
    const source = 'https://news.example/' + (i % 7);
    const annotation = {
      id, type: 'Annotation', motivation: 'commenting', created: now, modified: now,
      body: [{ type: 'TextualBody', purpose: 'commenting', value: 'note ' + i, format: 'text/markdown' }],
      target: { type: 'SpecificResource', source, selector: [{ type: 'TextQuoteSelector', exact: 'words ' + i, prefix: '', suffix: '' }] },
      quotation: null,
    };
    const article = { source, title: 'T', byline: null, outlet: null, language: 'en', published: null, firstSeen: now, lastSeen: now };
    const message = { name: 'annotations.put', input: { annotation, article, base: null } };
    const reply = await chrome.runtime.sendMessage(message).catch(() => null);
    if (reply?.ok) answered.push(id);
  }
  return answered;
}`;

async function saveMany(session: ChromiumSession, from: number, count: number): Promise<string[]> {
  const library = await session.openOwn('src/library/library.html');
  return (await library.evaluate(`(${storm})(${from}, ${count})`)) as string[];
}

async function stored(session: ChromiumSession): Promise<Set<string>> {
  const library = await session.openOwn('src/library/library.html');
  const text = await exportedText(library, 'json');
  const { annotations } = JSON.parse(text) as { annotations: { id: string }[] };
  return new Set(annotations.map(({ id }) => id));
}

describe('No committed note is ever lost', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('when the worker is killed in the middle of a storm of saves', async () => {
    const session = await startChromium();
    try {
      const options = await session.openOwn('src/options/options.html');
      const saving = saveMany(session, 0, 200);
      for (let i = 0; i < 5; i++) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await session.killWorker(options);
      }
      const answered = await saving;
      expect(answered.length).toBeGreaterThan(100);
      const kept = await stored(session);
      expect(answered.filter((id) => !kept.has(id))).toEqual([]);
    } finally {
      await session.close();
    }
  });

  it('when the browser is killed right after a save was answered', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'on-record-killed-'));
    folders.push(profile);
    const answered: string[] = [];
    for (let round = 0; round < 3; round++) {
      const session = await startChromium({ profile });
      answered.push(...(await saveMany(session, round * 10, 10)));
      await session.killBrowser();
    }
    expect(answered).toHaveLength(30);
    const session = await startChromium({ profile });
    try {
      const kept = await stored(session);
      expect(answered.filter((id) => !kept.has(id))).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
