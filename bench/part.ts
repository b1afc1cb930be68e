import type { MeasuredWith } from './results/machine.ts';

/** What the command line says of a run. */
export interface BenchOptions {
  /** Saved pages to read of each corpus. */
  readonly most: number;
  /** Numbers of annotations in a library. */
  readonly sizes: readonly number[];
  /** Sizes of the files to import. */
  readonly megabytes: readonly number[];
  /** Without what takes long. */
  readonly isQuick: boolean;
}

/** One thing that is measured: a section of the results. */
export interface Part extends MeasuredWith {
  /** Its heading in bench/RESULTS.md. */
  readonly heading: string;
  /** Measures. Answers Markdown: what was done, tables, and the figures that the README shows (results/figures.ts). */
  readonly run: (options: BenchOptions) => string | Promise<string>;
}
