import { createNotebook, readable } from '#tests/core/sync/notebook.ts';
import { createCouch } from '#sync/couch.ts';
import { deriveKeys, newSalt } from '#sync/sync-keys.ts';
import { replicate } from '#sync/replicate.ts';
import { memoryLog } from './memory-log.ts';
const db = 'http://127.0.0.1:5998/n' + Date.now();
await fetch(db, { method: 'PUT' });
const couch = createCouch({ database: db, name: 'x', password: 'y' });
let t = performance.now();
const keys = await deriveKeys('correct horse', newSalt());
console.log('keys', Math.round(performance.now() - t));
const START = Date.UTC(2026, 10, 1);
const a = createNotebook('a', () => START + performance.now());
const b = createNotebook('b', () => START - 3_600_000 + performance.now());
const [la, lb] = [memoryLog(a), memoryLog(b)];
const ID = (n: number) => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
for (let n = 0; n < 1000; n++) a.keep(ID(n), `https://one.example/${n % 100}`, 'Ada Blum');
t = performance.now();
console.log('A', await replicate(couch, keys, la, 'a'), Math.round(performance.now() - t));
t = performance.now();
console.log('B', await replicate(couch, keys, lb, 'b'), Math.round(performance.now() - t));
a.note(ID(1), 'from a');
b.note(ID(1), 'from b');
b.tag(ID(2), ['t']);
a.remove(ID(2));
a.remove(ID(3));
t = performance.now();
console.log('A', await replicate(couch, keys, la, 'a'));
console.log('B', await replicate(couch, keys, lb, 'b'));
console.log('A', await replicate(couch, keys, la, 'a'));
console.log('B', await replicate(couch, keys, lb, 'b'), Math.round(performance.now() - t));
console.log('A', await replicate(couch, keys, la, 'a'));
console.log(
  JSON.stringify(readable(a)) === JSON.stringify(readable(b)),
  a.annotations().length,
  a
    .annotations()
    .filter((x) => x.body.length > 0)
    .map((x) => x.body.map((y) => y.value)),
);
const all = await (await fetch(db + '/_all_docs?include_docs=true&conflicts=true')).text();
console.log(all.length, all.includes('Ada'), all.includes('_conflicts'));
