import { describe, expect, it } from 'vitest';
import { urnUuid } from '#core/uuid.ts';

describe('urnUuid', () => {
  it('marks version 4 and the variant whatever the random bytes are', () => {
    expect(urnUuid(new Uint8Array(16))).toBe('urn:uuid:00000000-0000-4000-8000-000000000000');
    expect(urnUuid(new Uint8Array(16).fill(255))).toBe('urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
  it('keeps the bytes in their order', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => i + 1);
    expect(urnUuid(bytes)).toBe('urn:uuid:01020304-0506-4708-890a-0b0c0d0e0f10');
  });
});
