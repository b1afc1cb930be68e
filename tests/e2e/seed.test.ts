import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { untilPainted } from '#scripts/driver/main-job.ts';
import { pageStates } from '#scripts/driver/own-page.ts';
import type { Session } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';

/** The article for which this product was asked. It belongs to its publisher and lies beside the repository, not in it. */
const seed = '../shared/pages/seed/seed.html';

describe.skipIf(!existsSync(seed))('the seed article', () => {
  let folder = '';
  let site: Served;
  let session: Session;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-seed-'));
    await cp(seed, join(folder, 'seed.html'));
    site = await serve(folder);
    session = await startChromium();
  });
  afterAll(async () => {
    await session.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has all its quotations found, the photo captions and credits left out', async () => {
    const page = await session.open(`${site.origin}/seed.html`);
    await untilPainted(page, 19);
    const library = await session.openOwn('src/library/library.html');
    const [state] = await pageStates(library);
    if (state?.state !== 'article') throw new Error(`not read as an article: ${state?.state}`);
    expect(state.quotations).toHaveLength(19);
    expect(state.quotations.filter(({ speaker }) => speaker === null)).toEqual([]);
  });
});
