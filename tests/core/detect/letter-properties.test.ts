import { describe, expect, it } from 'vitest';
import { isBlank, isTwoSyllables, property, propertiesOf } from '#core/detect/letter-properties.ts';
import { encodeFrontCoded, hashFrontCoded } from '#core/detect/model/front-coded.ts';
import { hashWord } from '#core/detect/name-hash.ts';

/** Every unit, and some characters beyond the Basic Multilingual Plane. */
const points = [...Array.from({ length: 0x10000 }, (_, i) => i), 0x1d400, 0x1d7d8, 0x1f600, 0x20000];

describe('letters', () => {
  it('have the properties that Unicode gives them', () => {
    const wrong = points.filter((point) => {
      const char = String.fromCodePoint(point);
      const bits =
        (/\p{Lu}/u.test(char) ? property.upper : 0) |
        (/\p{Ll}/u.test(char) ? property.lower : 0) |
        (/\p{L}/u.test(char) ? property.letter : 0) |
        (/\p{N}/u.test(char) ? property.number : 0);
      return propertiesOf(point) !== bits || propertiesOf(point) !== bits;
    });
    expect(wrong).toEqual([]);
  });
  it('are parted by what a regular expression calls a blank', () => {
    const wrong = points.filter(
      (point) => point < 0x10000 && isBlank(point) !== /\s/.test(String.fromCharCode(point)),
    );
    expect(wrong).toEqual([]);
  });
  it.each(['Eun-ji', 'Éun-jî', 'E-ji', 'Eun-j', 'eun-ji', 'Eun-Ji', 'Eun-ji-a', 'Eun', '', '-ji'])(
    '%j',
    (word) => {
      expect(isTwoSyllables(word)).toBe(/^\p{Lu}\p{Ll}+-\p{Ll}{2,}$/u.test(word));
    },
  );
});

it('front-coded words are hashed as they would be one by one', () => {
  const words = ['anna', 'anne', 'annette', 'bo', "o'neil", 'al-din'];
  const hashes: number[] = [];
  hashFrontCoded(encodeFrontCoded(words), (hash) => hashes.push(hash));
  expect(hashes).toEqual([...words].sort().map(hashWord));
});
