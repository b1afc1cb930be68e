import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { id } from '../storage/records.ts';
import { putRaw } from './put-raw.ts';

/** A disk of its own, in memory, which only root may make; null elsewhere. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

/** Fills the disk but for so many bytes, as other programs do. */
async function leave(folder: string, filler: string, bytes: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const { bavail, bsize } = await statfs(folder);
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

const disk = smallDisk();

/** `unlimitedStorage` has the browser know no quota for us: what ends is the disk itself. */
describe.skipIf(disk === null)('No committed note is ever lost: a disk that is full', () => {
  const folder = disk ?? '';
  afterAll(async () => {
    execFileSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses what it cannot keep, with the reason, and goes on when there is room again', async () => {
    let session = await startChromium({ profile: join(folder, 'profile') });
    let own = await session.openOwn('src/options/options.html');
    const filler = join(folder, 'filler');
    try {
      expect(await putRaw(own, 1, 'precious')).toMatchObject({ ok: true });
      expect(await putRaw(own, 8, 'thrown away later')).toMatchObject({ ok: true });
      // No disk fills up within the second for which it is not looked at again.
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      const { bavail, bsize } = await statfs(folder);
      await writeFile(filler, Buffer.alloc(bavail * bsize)).catch(() => null);
      const answers: { ok: boolean; error?: string }[] = [];
      // Each long enough to need room of its own.
      for (let number = 2; number < 8; number++)
        answers.push(await putRaw(own, number, `${number} many words `.repeat(30_000)));
      expect(answers.some(({ ok }) => !ok)).toBe(true);
      expect((await ask(own, 'annotations.get', { id: id(1) }))?.id).toBe(id(1));
      for (const { ok, error } of answers) expect(ok || error === 'disk-full').toBe(true);
      // A few megabytes are too little to add anything, and enough to throw away what is there and to be rid of it for good.
      await rm(filler);
      await leave(folder, filler, 8 * 2 ** 20);
      expect(await putRaw(own, 10, 'there is too little room')).toMatchObject({ error: 'disk-full' });
      await ask(own, 'annotations.delete', { id: id(8) });
      expect(await ask(own, 'annotations.get', { id: id(8) })).toBeNull();
      expect(await ask(own, 'library.purge', { ids: 'all' })).toBe(1);
      expect((await ask(own, 'library.trash', { offset: 0, limit: 5 })).total).toBe(0);
      await rm(filler);
      const kept = answers.flatMap(({ ok }, i) => (ok ? [i + 2] : []));
      expect(await putRaw(own, 9, 'there is room again')).toMatchObject({ ok: true });
      await session.close();
      session = await startChromium({ profile: join(folder, 'profile') });
      own = await session.openOwn('src/options/options.html');
      for (const number of [1, 9, ...kept])
        expect((await ask(own, 'annotations.get', { id: id(number) }))?.id).toBe(id(number));
    } finally {
      await session.close();
    }
  });
});
