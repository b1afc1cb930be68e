import type { Aside } from '#core/export/aside.ts';

/** So much waits in memory, in UTF-16 code units. */
const HELD = 64_000;

/** Texts put aside in Blobs, which the browser may keep on the disk. */
export function blobAside(): Aside {
  const blobs: Blob[] = [];
  let held: string[] = [];
  let size = 0;
  return {
    add(text) {
      held.push(text);
      size += text.length;
      if (size < HELD) return;
      blobs.push(new Blob(held));
      held = [];
      size = 0;
    },
    async *texts() {
      for (const blob of blobs) yield await blob.text();
      if (held.length > 0) yield held.join('');
    },
  };
}
