import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutDeadMethods } from '#scripts/lean-readability.ts';

const whole = readFileSync('node_modules/@mozilla/readability/Readability.js', 'utf8');
const ours = readFileSync('src/page/readability.ts', 'utf8');
const methodsOf = (code: string): string[] =>
  [...code.matchAll(/^ {2}(_\w+)\(/gm)].map(([, name]) => name ?? '');

describe('Readability without what can never run', () => {
  const lean = withoutDeadMethods(whole);
  const gone = methodsOf(whole).filter((name) => !methodsOf(lean).includes(name));

  it('calls nothing that is gone, unless our class has it', () => {
    const called = gone.filter((name) => lean.includes(`.${name}`));
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((name) => !methodsOf(ours).includes(name))).toEqual([]);
  });
  it('is smaller by a quarter', () => expect(lean.length).toBeLessThan(0.78 * whole.length));
  it('refuses a version that has another form', () => {
    expect(() => withoutDeadMethods(whole.replaceAll('_isSingleImage', '_isOneImage'))).toThrow(
      '_isSingleImage',
    );
    expect(() =>
      withoutDeadMethods(whole.replace('_prepDocument() {', '_prepDocument() { this._isUrl("");')),
    ).toThrow('still calls _isUrl');
  });
});
