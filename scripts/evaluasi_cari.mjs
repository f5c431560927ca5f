// Answers a JSON list of queries from the built site, with the very files the browser loads, and no network.
// Usage: node scripts/evaluasi_cari.mjs PERTANYAAN.json [folder situs] > HASIL.json
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const [queries, site = join(dirname(fileURLToPath(import.meta.url)), '..', 'site')] = process.argv.slice(2);
if (!queries) {
  console.error('Pakai: node scripts/evaluasi_cari.mjs PERTANYAAN.json [folder situs] > HASIL.json');
  process.exit(2);
}
const folder = join(site, 'aset');
const files = readdirSync(folder);
for (const start of ['cari-mesin-', 'cari-isi-']) {
  const name = files.find((file) => file.startsWith(start) && file.endsWith('.js'));
  if (!name) {
    console.error(`${folder}/${start}*.js tidak ada. Bangun situs lebih dulu.`);
    process.exit(2);
  }
  vm.runInThisContext(readFileSync(join(folder, name), 'utf8'), { filename: name });
}
const search = new globalThis.mesinCari.Search(globalThis.isiCari).load();
const list = JSON.parse(readFileSync(queries, 'utf8'));
const answers = {};
for (const query of list) answers[query] = globalThis.mesinCari.asRows(search, query);
process.stdout.write(JSON.stringify(answers, null, 1) + '\n');
