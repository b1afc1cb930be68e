/** Longest name in bytes of UTF-8, without the extension: file systems stop at 255 with room for " (1)". */
const LONGEST = 180;

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/i;

// What a file system or a link of Obsidian minds, and signs that one does not see or that turn the reading direction.
const UNSAFE = /[\\/:*?"<>|#^[\]%~`$&;{}\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}\p{Zl}\p{Zp}]/gu;

/**
 * A file name that every file system takes: `On Record 2026-01-05.md`, or with a title
 * `On Record 2026-01-05 Title.md`. With another `prefix`, or none (''), those words stand first instead.
 */
export function fileName(title: string, day: string, extension: string, prefix = 'On Record'): string {
  const words = safe(title);
  const parts = [prefix, safe(day), words].filter((part) => part !== '');
  return `${shortened(safe(parts.join(' ')) || 'Untitled')}.${safe(extension)}`;
}

function safe(text: string): string {
  const plain = text.slice(0, 1_000).normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ');
  const bare = plain.replace(/^[ .-]+/, '');
  let end = bare.length;
  while (end > 0 && ' .'.includes(bare[end - 1] ?? '')) end--;
  const name = bare.slice(0, end);
  return DEVICE.test(name) ? `${name}_` : name;
}

/** Cut at a whole character to at most LONGEST bytes. */
function shortened(name: string): string {
  let bytes = 0;
  let result = '';
  for (const character of name) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > LONGEST) break;
    result += character;
  }
  return result.trimEnd();
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
