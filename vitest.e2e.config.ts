import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What measures times: it has the machine to itself. */
const timed = [
  'animated-page',
  'in-step',
  'kill-storm',
  'live-pages',
  'popover-opening',
  'popup-keys',
  'restless-page',
].map((name) => `tests/e2e/${name}.test.ts`);

/** The files that take longest, by what they took: they begin first, so that both workers come to their end at one time. */
const longest = ['visual/accessibility-library', 'visual/accessibility-others', 'visual/baselines'].map(
  (name) => `/tests/${name}.test.ts`,
);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((end) => moduleId.endsWith(end));
      return at < 0 ? longest.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => group(a) - group(b) || place(a) - place(b));
  }
}

const each = {
  globalSetup: ['tests/e2e/build-once.ts'],
  // Real browsers on a shared machine miss a key or a frame now and then. A retry is printed, and never hides a test that always fails.
  retry: 1,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/**
 * The suite in real browsers. Flows wait for a browser most of the time: two files at once, on two cores. What measures times comes
 * after them, one file after the other.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...each,
          name: 'flows',
          include: ['tests/e2e/**/*.test.ts', 'tests/visual/**/*.test.ts'],
          exclude: timed,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...each,
          name: 'times',
          include: timed,
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
