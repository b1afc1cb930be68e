/**
 * The detector on the command line.
 *
 *     npm run -s detect < LINES          JSON lines {id, text, language?} in, JSON lines out
 *     npm run -s detect -- FILE.txt      the people and quotations of a file (.html: its paragraphs)
 *
 * A line that is no such object is named on stderr and passed over; the exit code is then 1.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { detect } from '#core/detect/detect.ts';
import type { Detection } from '#core/detect/types.ts';
import { htmlText } from './html-text.ts';

interface Input {
  readonly id: unknown;
  readonly text: string;
  readonly language?: string;
}

function parseLine(line: string): Input | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  const { id, text, language } = value as Record<string, unknown>;
  if (typeof text !== 'string') return 'no string "text"';
  if (language !== undefined && language !== null && typeof language !== 'string')
    return '"language" is no string';
  return { id: id ?? null, text, ...(typeof language === 'string' ? { language } : {}) };
}

/** The detection of one line, with the fields that `scripts/eval-score.ts` reads of gold. */
function answer(input: Input): string {
  const start = performance.now();
  const found = detect(input.text, { language: input.language });
  const ms = performance.now() - start;
  const quotes = found.quotations.map((q) => ({
    start: q.start,
    end: q.end,
    kind: q.kind,
    speaker: q.speaker && {
      start: q.speaker.start,
      end: q.speaker.end,
      text: q.speaker.text,
      person: q.speaker.person,
    },
    cue: q.cue,
    confidence: q.confidence,
    evidence: q.evidence,
  }));
  const people = found.people.flatMap((person) =>
    person.mentions.map((m) => ({
      start: m.start,
      end: m.end,
      text: m.text,
      person: person.name,
      cluster: person.name,
      role: m.role,
    })),
  );
  people.sort((a, b) => a.start - b.start);
  return JSON.stringify({ id: input.id, quotes, people, ms: Math.round(ms * 1000) / 1000 });
}

async function serveLines(): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const input = parseLine(line);
    if (typeof input === 'string') {
      process.stderr.write(`detect: line ${number}: ${input}\n`);
      process.exitCode = 1;
    } else if (!process.stdout.write(`${answer(input)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
}

function describeDetection(text: string, found: Detection): string {
  const lines: string[] = ['People'];
  for (const person of found.people) {
    const roles = person.roles.length > 0 ? `, ${person.roles.join(', ')}` : '';
    const aliases = person.aliases.length > 0 ? ` (also: ${person.aliases.join('; ')})` : '';
    lines.push(`  ${person.name}${roles}${aliases}: named ${person.mentions.length} ×`);
  }
  lines.push('', 'Quotations');
  for (const q of found.quotations) {
    const who = q.speaker ? (q.speaker.person ?? q.speaker.text) : 'nobody named';
    const why = q.evidence
      .map((e) => `${e.code} ${e.words.map((w) => `“${text.slice(w.start, w.end)}”`).join(' ')}`)
      .join('; ');
    lines.push(
      `  ${who} [${q.kind}, ${Math.round(q.confidence * 100)} %] ${text.slice(q.start, q.end)}`,
      `      ${why}`,
    );
  }
  return lines.join('\n');
}

async function main(args: readonly string[]): Promise<void> {
  if (args.length === 0) return serveLines();
  for (const file of args) {
    try {
      const source = readFileSync(file, 'utf8');
      const page = /\.x?html?$/i.test(file) ? htmlText(source) : { text: source, language: undefined };
      process.stdout.write(
        `${describeDetection(page.text, detect(page.text, { language: page.language }))}\n`,
      );
    } catch (error) {
      process.stderr.write(`detect: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}

await main(process.argv.slice(2));
