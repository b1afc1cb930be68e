import { describe, expect, it } from 'vitest';
import { changelogSection } from '#scripts/changelog-section.ts';

const changelog = `# Changes

## Unreleased

### Added
- Something.

## [0.2.0] - 2026-12-01

### Fixed
- A fault.

## 0.1.0

- The first.
`;

describe('what the changelog says of a version', () => {
  it.each([
    ['Unreleased', '### Added\n- Something.'],
    ['0.2.0', '### Fixed\n- A fault.'],
    ['0.1.0', '- The first.'],
  ])('%s', (version, words) => {
    expect(changelogSection(changelog, version)).toBe(words);
  });

  it.each(['0.2', '0.3.0', ''])('nothing of %j', (version) => {
    expect(() => changelogSection(changelog, version)).toThrow('no section');
  });
});
