/**
 * What CHANGELOG.md says of one version, without its heading.
 * @throws Error where it says nothing of it
 */
export function changelogSection(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find((text) => headOf(text) === version);
  const words = part?.slice(part.indexOf('\n') + 1).trim() ?? '';
  if (words === '') throw new Error(`CHANGELOG.md has no section for ${version}.`);
  return words;
}

/** `[0.2.0] - 2026-12-01` and `0.2.0 (2026-12-01)` are about 0.2.0. */
const headOf = (part: string): string => /^\[?([^\s\]]+)/.exec(part)?.[1] ?? '';
