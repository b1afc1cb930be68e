import { withoutControls } from './unicode.ts';

/** The words within one pair of marks: those that they bring with them, or ours. */
export function quoted(exact: string): string {
  const words = withoutControls(exact).trim();
  return /^[“„«»‹›"‘‚].*[“”»«‹›"’‘]$/s.test(words) ? words : `“${words}”`;
}
