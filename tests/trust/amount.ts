/** Whether all is tried that there is (`npm run test:trust`), or what `npm test` has time for. */
export const isWhole = process.env['TRUST'] === 'whole';

/** Every run tries the same cases; with `FUZZ=1` new ones, by the seed that a failure names. */
const base =
  process.env['FUZZ'] === undefined ? 20_261_123 : Number(process.env['FUZZ']) + (Date.now() % 1_000_000_007);

/** The seed of a part. */
export function seedOf(part: number): number {
  return (base + Math.imul(part, 7_919)) >>> 0;
}
