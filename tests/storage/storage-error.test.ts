import { describe, expect, it } from 'vitest';
import { storageError, StorageError } from '#storage/storage-error.ts';

describe('storageError', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), 'disk-full'],
    [new DOMException('', 'AbortError'), 'storage-closed'],
    [new DOMException('', 'VersionError'), 'newer-version'],
    [new DOMException('', 'SecurityError'), 'storage-unavailable'],
    [new ReferenceError('indexedDB is not defined'), 'storage-unavailable'],
    [new StorageError('not-found'), 'not-found'],
    [new TypeError('a mistake of ours'), 'unknown'],
    [null, 'unknown'],
    ['a string', 'unknown'],
    [{ name: 'constructor' }, 'unknown'],
  ])('%s is %s', (cause, code) => {
    expect(storageError(cause)).toBeInstanceOf(StorageError);
    expect(storageError(cause).code).toBe(code);
  });
});
