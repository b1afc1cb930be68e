import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { bundleForNode } from '../bundle-for-node.ts';
import { runNode } from '../run-node.ts';
import type { Grown } from './grown.ts';
import type { Probed } from './probe.ts';
import { subjects } from './subjects.ts';

/** What is pure code, each size in a Node of its own, so that no size is measured with what another has left. */
export async function growInNode(article: string): Promise<readonly Grown[]> {
  const file = resolve(`node_modules/.cache/on-record-probe-${process.pid}.mjs`);
  await bundleForNode('bench/growth/probe.ts', file);
  try {
    const all: Grown[] = [];
    for (const [what, { unit, sizes }] of Object.entries(subjects)) {
      const points: { size: number; ms: number; mb: number }[] = [];
      for (const size of sizes) {
        const { ms, held } = await runNode<Probed>(file, article, what, String(size));
        points.push({ size, ms, mb: Math.max(0, held) });
      }
      console.error(`grown: ${what}`);
      all.push({ what, unit, points });
    }
    return all;
  } finally {
    await rm(file, { force: true });
  }
}
