import { describe, expect, it } from 'vitest';
import { decodeFrontCoded, encodeFrontCoded } from '#core/detect/model/front-coded.ts';
import { decodeWeights, encodeWeights, weightStep } from '#core/detect/model/weight-code.ts';
import { decodeFilter, encodeFilter } from '#core/detect/model/word-filter.ts';
import { Lattice } from '#core/detect/name-crf.ts';

describe('front coding', () => {
  it('gives back the words, sorted', () => {
    const words = ['anna', 'anne', 'annette', 'bo', "o'neil", 'al-din'];
    expect(decodeFrontCoded(encodeFrontCoded(words))).toEqual([...words].sort());
  });
  it('reads nothing from nothing', () => {
    expect(decodeFrontCoded('')).toEqual([]);
  });
});

describe('word filter', () => {
  const words = Array.from({ length: 3000 }, (_, i) => `word${i * 7}`);
  const filter = decodeFilter(encodeFilter(words, 10));
  it('has every word that was put in', () => {
    expect(words.filter((word) => !filter.has(word))).toEqual([]);
  });
  it('takes few others for its own', () => {
    const others = Array.from({ length: 20_000 }, (_, i) => `other${i}`).filter((word) => filter.has(word));
    expect(others.length).toBeLessThan(60);
  });
  it('survives text that is no filter', () => {
    for (const text of ['', 'x', '3:4:!!!', '::', '9:NaN:abc'])
      expect(() => decodeFilter(text).has('a')).not.toThrow();
  });
});

describe('weight code', () => {
  it('gives back the weights to the nearest step', () => {
    const weights = new Float32Array(5000);
    for (let i = 0; i < weights.length; i += 37) weights[i] = weightStep(((i % 11) - 5.5) * 0.3);
    expect(decodeWeights(encodeWeights(weights), weights.length)).toEqual(weights);
  });
  it('keeps sign and size within a tenth', () => {
    for (const weight of [0.05, -0.3, 1, -2.2, 6]) expect(weightStep(weight) / weight).toBeCloseTo(1, 0.9);
  });
});

describe('lattice', () => {
  it('finds the same best labelling and sum as trying all of them', () => {
    const lattice = new Lattice();
    lattice.length = 5;
    for (let i = 0; i < 15; i++) lattice.emission[i] = Math.sin(i * 3.7) * 2;
    for (let i = 0; i < 45; i++) lattice.transition[i] = Math.cos(i * 1.3);
    lattice.constrain();
    let best = -Infinity;
    let bestLabels: number[] = [];
    let total = 0;
    for (let code = 0; code < 3 ** 5; code++) {
      const labels = Array.from({ length: 5 }, (_, i) => Math.floor(code / 3 ** i) % 3);
      let score = 0;
      labels.forEach((y, i) => {
        score += lattice.emission[i * 3 + y] ?? 0;
        if (i > 0) score += lattice.transition[i * 9 + (labels[i - 1] ?? 0) * 3 + y] ?? 0;
      });
      if (score > -1e20) total += Math.exp(score);
      if (score > best) {
        best = score;
        bestLabels = labels;
      }
    }
    expect(lattice.sum()).toBeCloseTo(Math.log(total), 6);
    const out = new Uint8Array(64);
    lattice.best(out);
    expect([...out.slice(0, 5)]).toEqual(bestLabels);
  });
});
