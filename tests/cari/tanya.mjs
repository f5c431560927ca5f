// What the browser's engine says, for tests: reads {folder, words, phrases, queries, typing, without} on stdin, writes JSON.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

const asked = JSON.parse(readFileSync(0, 'utf8'));
const files = readdirSync(asked.folder);
for (const start of ['cari-mesin-', 'cari-isi-', 'cari-arsip-']) {
  const name = files.find((file) => file.startsWith(start));
  if (name) vm.runInThisContext(readFileSync(join(asked.folder, name), 'utf8'), { filename: name });
}
const { Search, asRows } = globalThis.mesinCari;
const search = new Search(globalThis.isiCari).load();
const out = {};
if (asked.words) out.words = asked.words.map((word) => search.words.stem(word));
if (asked.phrases) out.phrases = asked.phrases.map((phrase) => search.words.analyse(phrase));
if (asked.queries) out.queries = asked.queries.map((query) => asRows(search, query));
if (asked.lunr) {
  vm.runInThisContext(readFileSync(asked.lunr.program, 'utf8'));
  const index = globalThis.lunr.Index.load(asked.lunr.index);
  out.lunr = asked.lunr.asked.map((terms) => index.query((query) => {
    for (const [term, boost] of terms) query.term(term, { boost, usePipeline: false });
  }).map((hit) => [Number(hit.ref), hit.score]));
  out.ours = asked.lunr.asked.map((terms) => [...globalThis.mesinCari.similarities(search.postings, terms).scores]);
}
if (asked.archive) {
  const archive = search.withArchive(globalThis.arsipCari);
  out.archive = asked.archive.map((query) => archive.find(query).results.length);
}
if (asked.typing) {
  const times = [];
  for (const query of asked.typing) {
    for (let end = 1; end <= query.length; end++) {
      const start = process.hrtime.bigint();
      search.find(query.slice(0, end));
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  times.sort((a, b) => a - b);
  out.typing = { median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], most: times[times.length - 1], keys: times.length };
}
process.stdout.write(JSON.stringify(out));
