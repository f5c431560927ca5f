// Answers queries with Material's own search worker and with MiniSearch; the pages come on stdin. Called by benchmarks/cari.py.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const { worker, minisearch, pages, queries } = JSON.parse(readFileSync(0, 'utf8'));
const out = {};

if (worker) {
  let receive, answer;
  const scope = { console: { warn() {} }, setTimeout, addEventListener: (_, listener) => { receive = listener; }, postMessage: (message) => { answer(message); }, importScripts() {} };
  scope.self = scope.globalThis = scope;
  vm.runInContext(readFileSync(worker, 'utf8'), vm.createContext(scope));
  const send = (type, data) => new Promise((done) => { answer = done; receive({ data: { type, data } }); });
  // As Material configures itself for language «id»: English lunr with an empty pipeline.
  await send(0, { config: { lang: ['en'], separator: '[\\s\\-]+', pipeline: [], fields: { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } } },
    docs: pages.map((page, number) => ({ location: String(number), title: page.title, text: page.text })), options: { suggest: false } });
  out.material = {};
  for (const query of queries) out.material[query] = (await send(2, query)).data.items.slice(0, 10).map((group) => Number(group[0].location.split('#')[0]));
}
if (minisearch) {
  const { default: MiniSearch } = await import(minisearch);
  const index = new MiniSearch({ fields: ['title', 'text'], searchOptions: { boost: { title: 3 }, fuzzy: 0.2, prefix: true } });
  index.addAll(pages.map((page, id) => ({ id, ...page })));
  out.minisearch = {};
  for (const query of queries) out.minisearch[query] = index.search(query).slice(0, 10).map((hit) => hit.id);
}
process.stdout.write(JSON.stringify(out));
