/* The search box of the single file. The engine stands packed in the file itself; nothing is fetched, nothing is kept.
   A browser that cannot unpack shows no box: the file is whole without it. */
(function () {
  'use strict';
  var host = document.getElementById('cari'), packed = document.getElementById('bekal');
  if (!globalThis.DecompressionStream || !host) return;
  var SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~';
  var input = document.createElement('input'), said = document.createElement('p'), list = document.createElement('div'), engine = null, loading = false;
  input.type = 'search';
  input.id = 'cari-isian';
  input.placeholder = 'Tulis dengan kata Anda';
  input.maxLength = 200;
  ['autocomplete', 'autocorrect', 'autocapitalize'].forEach(function (name) { input.setAttribute(name, 'off'); });
  input.setAttribute('aria-label', 'Cari di berkas ini');
  input.spellcheck = false;
  said.setAttribute('role', 'status');
  host.append(input, said, list);

  /* Base 85: five signs hold four bytes. */
  function bytes(text) {
    var out = new Uint8Array(text.length / 5 * 4), at = 0;
    for (var i = 0; i < text.length; i += 5) {
      for (var value = 0, j = 0; j < 5; j++) value = value * 85 + SIGNS.indexOf(text[i + j]);
      for (j = 24; j >= 0; j -= 8) out[at++] = Math.floor(value / Math.pow(2, j)) & 255;
    }
    return out.subarray(0, out.length - packed.dataset.lebih);
  }
  function load() {
    if (loading) return;
    loading = true;
    new Response(new Blob([bytes(packed.textContent)]).stream().pipeThrough(new DecompressionStream('deflate'))).text().then(function (text) {
      var script = document.createElement('script');
      script.textContent = text;
      document.head.append(script);
      engine = new globalThis.mesinCari.Search(globalThis.isiCari).load();
      show();
    }).catch(function () { said.textContent = 'Pencarian tidak dapat dibuka di peramban ini. Semua isi ada di bawah.'; });
  }
  function place(url) {
    var parts = url.split('/');
    return document.getElementById({ topik: 't-', hotline: 'h-', layanan: 'l-' }[parts[0]] + parts[1]) || document.getElementById('sekarang');
  }
  function show() {
    var text = input.value;
    list.replaceChildren();
    said.textContent = '';
    if (!text.trim()) return;
    if (!engine) { said.textContent = 'Menyiapkan pencarian …'; load(); return; }
    var at = globalThis.mesinCari.columns, answer = engine.find(text), seen = new Set();
    answer.results.forEach(function (row) {
      if (row.card === 'darurat') return list.append(urgent(row, at));
      var target = place(engine.documents[row.document][at.url]);
      if (seen.has(target)) return;
      seen.add(target);
      var link = document.createElement('a');
      link.href = '#' + target.id;
      link.textContent = engine.documents[row.document][at.title];
      link.addEventListener('click', function (event) {
        event.preventDefault();
        target.open = true;
        target.tabIndex = -1;
        target.focus({ preventScroll: true });
        target.scrollIntoView();
      });
      list.append(link);
    });
    said.textContent = (answer.found ? '' : 'Tidak ada yang persis cocok. ') + (answer.shownFor ? 'Menampilkan hasil untuk “' + answer.shownFor + '”.' : '');
  }
  /* The numbers are the page's own, with their evidence and the age of the copy. */
  function urgent(row, at) {
    var box = document.createElement('section'), title = document.createElement('h2');
    box.className = 'bahaya';
    title.textContent = row.rule === 'jiwa' ? 'Anda tidak sendirian. Bicara sekarang juga:' : 'Bahaya sekarang? Hubungi:';
    box.append(title);
    row.lines.forEach(function (line) {
      var target = place(engine.documents[line][at.url]), name = document.createElement('b');
      name.textContent = engine.documents[line][at.title];
      box.append(name, target.querySelector('ul').cloneNode(true));
    });
    return box;
  }
  function forget() { input.value = ''; show(); }
  input.addEventListener('focus', load);
  input.addEventListener('input', show);
  addEventListener('pagehide', forget);
})();
