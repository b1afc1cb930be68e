import { describe, expect, it } from 'vitest';
import { readResults, withSection, writeResults } from '../../bench/results/sections.ts';

const file = '# Measured\n\nAbout it.\n\n## Detection\n\n*yesterday*\n\n| a |\n\n## Page\n\nb\n';
const order = ['Detection', 'Anchoring', 'Page'];

describe('the file of results', () => {
  it('is written as it was read', () => {
    expect(writeResults(readResults(file))).toBe(file);
    expect(writeResults(readResults(file.replaceAll('\n', '\r\n')))).toBe(file);
  });

  it('takes one section in place of what it said, and leaves the others as they were', () => {
    const next = writeResults(withSection(readResults(file), 'Detection', '*today*\n', order));
    expect(next).toBe(file.replace('*yesterday*\n\n| a |', '*today*'));
  });

  it('keeps its order whichever part is measured last, what it does not know at the end', () => {
    let results = readResults('## Old\n\nkept');
    for (const heading of ['Page', 'Anchoring', 'Detection'])
      results = withSection(results, heading, heading, order);
    expect([...results.sections.keys()]).toEqual(['Detection', 'Anchoring', 'Page', 'Old']);
    expect(results.sections.get('Old')).toBe('kept');
  });

  it('begins with nothing', () => {
    expect(writeResults(withSection(readResults(''), 'Page', 'b', order))).toBe('## Page\n\nb\n');
  });

  it('takes no line of code for a heading', () => {
    const text = '## A\n\n```\n## not one\n```\n';
    expect([...readResults(text).sections.keys()]).toEqual(['A']);
    expect(writeResults(readResults(text))).toBe(text);
  });
});
