/* The search box. Improves the link to the index of everything; loads the engine when the box gets the focus, always the same
   two files; keeps what is typed in this page only, and forgets it when the page is left. */
(function () {
  'use strict';
  var host = document.querySelector('.cari[data-mesin]');
  if (!host) return;
  var READERS = { korban: 'Yang mengalami', anak: 'Anak', remaja: 'Remaja', 'orang-tua': 'Orang tua', tetangga: 'Tetangga, keluarga', guru: 'Guru', petugas: 'Petugas',
    disabilitas: 'Penyandang disabilitas', tokoh: 'Tokoh agama, adat', 'pemberi-kerja': 'Pemberi kerja', kader: 'Kader' };
  var KINDS = { topik: 'Kebutuhan', hotline: 'Hotline', layanan: 'Layanan', panduan: 'Panduan', pencegahan: 'Pencegahan', alur: 'Alur', istilah: 'Istilah', kecamatan: 'Kecamatan',
    kabar: 'Kabar' };
  var engine = null, archive = null, loading = null, active = -1, spoken = 0, waiting = 0;

  function make(tag, attributes, children) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { node.setAttribute(name, attributes[name]); });
    [].concat(children || []).forEach(function (child) { node.append(child); });
    return node;
  }
  function choice(label, names, id) {
    var select = make('select', { id: id, autocomplete: 'off' }, [make('option', { value: '' }, label + ': semua')]);
    Object.keys(names).forEach(function (name) { select.append(make('option', { value: name }, names[name])); });
    return select;
  }

  var input = make('input', { id: 'cari-isian', type: 'search', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'cari-hasil', 'aria-autocomplete': 'list',
    autocomplete: 'off', autocorrect: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: '200', placeholder: 'Tulis dengan kata Anda' });
  var label = make('label', { class: 'cari-label', for: 'cari-isian' }, 'Cari bantuan');
  var button = make('button', { class: 'cari-tombol', type: 'submit' }, 'Cari');
  var reader = choice('Untuk', READERS, 'cari-untuk'), kind = choice('Jenis', KINDS, 'cari-jenis'), district = choice('Kecamatan', {}, 'cari-kecamatan');
  if (!host.dataset.arsip) kind.querySelector('[value=kabar]').remove();
  [[reader, 'Untuk siapa'], [kind, 'Jenis halaman'], [district, 'Kecamatan']].forEach(function (pair) { pair[0].setAttribute('aria-label', pair[1]); });
  var filters = make('details', { class: 'cari-saring' }, [make('summary', {}, 'Saring hasil'), make('div', { class: 'cari-pilihan' }, [reader, kind, district])]);
  var status = make('p', { class: 'cari-status', role: 'status', 'aria-live': 'polite' });
  var understood = make('p', { class: 'cari-paham' });
  var cards = make('div', { class: 'cari-kartu-semua' });
  var list = make('ul', { class: 'cari-hasil', id: 'cari-hasil', role: 'listbox', 'aria-label': 'Hasil pencarian' });
  var more = make('button', { class: 'cari-arsip', type: 'button', hidden: '' }, 'Cari juga di kabar');
  var form = make('form', { class: 'cari-formulir', role: 'search', autocomplete: 'off' }, [label, make('div', { class: 'cari-baris' }, [input, button])]);
  var panel = make('div', { class: 'cari-panel', hidden: '' }, [filters, status, understood, cards, list, more]);
  host.querySelector('.cari-tautan').after(form, panel);
  host.classList.add('cari-siap');

  function load() {
    if (loading) return loading;
    var needed = [globalThis.mesinCari ? '' : host.dataset.mesin, globalThis.isiCari ? '' : host.dataset.isi].filter(Boolean);
    loading = Promise.all(needed.map(script)).then(function () {
      var search = new globalThis.mesinCari.Search(globalThis.isiCari), steps = search.steps();
      return new Promise(function (done) {
        (function next() {
          var step = steps.shift();
          if (!step) { engine = search; places(); return done(); }
          step();
          setTimeout(next, 0);
        })();
      });
    }).then(show, function () {
      loading = null;
      say('Pencarian tidak dapat dimuat. Pakai Indeks A–Z.');
    });
    return loading;
  }
  function script(address) {
    return new Promise(function (done, failed) {
      var node = make('script', { src: address });
      node.async = false;
      node.onload = done;
      node.onerror = failed;
      document.head.append(node);
    });
  }
  function places() {
    var names = new Set();
    engine.documents.forEach(function (row) { row[globalThis.mesinCari.columns.districts].forEach(function (name) { names.add(name); }); });
    Array.from(names).sort().forEach(function (name) { district.append(make('option', { value: name }, name)); });
  }

  function address(url) {
    var root = host.dataset.akar.replace(/\/?$/, '/');
    return location.protocol === 'file:' ? root + url.replace(/\/(?=$|#)/, '/index.html') : root + url;
  }
  function keep(row) {
    var at = globalThis.mesinCari.columns, readers = row[at.audiences], districts = row[at.districts];
    return (!reader.value || !readers.length || readers.indexOf(reader.value) >= 0 || readers.indexOf('umum') >= 0) &&
      (!kind.value || row[at.kind] === kind.value) && (!district.value || districts.indexOf(district.value) >= 0);
  }
  function filtered() { return reader.value || kind.value || district.value; }

  function show() {
    var text = input.value;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    if (!text.trim()) return close();
    panel.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    if (!engine) { say('Menyiapkan pencarian …'); load(); return; }
    var at = globalThis.mesinCari.columns, answer = engine.find(text, filtered() ? keep : null);
    var rows = answer.results.filter(function (row) { return !row.card; });
    if (archive) rows = rows.concat(archive.find(text, filtered() ? keep : null).results);
    understood.textContent = answer.shownFor ? 'Menampilkan hasil untuk “' + answer.shownFor + '”.' : '';
    cards.replaceChildren.apply(cards, answer.results.filter(function (row) { return row.card; }).map(card));
    list.replaceChildren.apply(list, rows.map(function (row, index) {
      var document_ = row.from.documents[row.document];
      var link = make('a', { href: address(document_[at.url]), tabindex: '-1', role: 'option', id: 'cari-hasil-' + index, 'aria-selected': 'false' }, [make('span', { class: 'cari-judul' }, document_[at.title]), make('span', { class: 'cari-jenis' }, KINDS[document_[at.kind]] || '')]);
      if (document_[at.summary]) link.append(make('span', { class: 'cari-ringkas' }, document_[at.summary]));
      return make('li', { role: 'none' }, link);
    }));
    more.hidden = !host.dataset.arsip || !!archive;
    var many = rows.length + cards.children.length;
    say(!answer.found && !filtered() ? 'Tidak ada yang persis cocok. Ini nomor darurat dan semua kebutuhan.' : many ? many + ' hasil.' : 'Tidak ada hasil dengan saringan ini.');
  }
  function card(row) {
    var at = globalThis.mesinCari.columns, own = engine.documents[row.document], urgent = row.card === 'darurat';
    var lines = (urgent ? row.lines : [row.document]).map(function (position) { return engine.documents[position]; });
    var title = !urgent ? own[at.title] : row.rule === 'jiwa' ? 'Anda tidak sendirian. Bicara sekarang juga:' : 'Bahaya sekarang? Hubungi:';
    var box = make('section', { class: 'cari-kartu' + (urgent ? ' cari-kartu-darurat' : ''), 'aria-label': title }, make('p', { class: 'cari-kartu-judul' }, title));
    lines.forEach(function (line) {
      line[at.contacts].slice(0, urgent ? 1 : 3).forEach(function (contact) {
        var tap = make('a', { class: 'cari-nomor', href: contact[1] }, [make('strong', {}, contact[0])]);
        if (urgent) tap.append(' ' + line[at.title]);
        if (/^https?:/.test(contact[1])) tap.rel = 'nofollow noreferrer';
        box.append(tap);
      });
    });
    if (!urgent && !own[at.contacts].length) box.append(make('p', {}, own[at.kind] === 'hotline' || own[at.kind] === 'layanan' ? 'Nomornya belum dapat kami pastikan. Halamannya mengatakan siapa yang bisa dihubungi dulu.' : own[at.summary]));
    box.append(make('a', { class: 'cari-lagi', href: address(own[at.url]) }, urgent ? 'Semua nomor darurat dan apa yang dikatakan' : 'Buka halamannya'));
    return box;
  }
  function say(text) {
    clearTimeout(spoken);
    spoken = setTimeout(function () { status.textContent = text; }, status.textContent ? 350 : 0);
  }
  function close() {
    panel.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    [cards, list].forEach(function (node) { node.replaceChildren(); });
    clearTimeout(spoken);
    status.textContent = understood.textContent = '';
    active = -1;
  }
  function forget() {
    input.value = '';
    [reader, kind, district].forEach(function (select) { select.value = ''; });
    close();
  }
  function mark(next) {
    var options = list.querySelectorAll('a');
    if (!options.length) return;
    if (options[active]) options[active].setAttribute('aria-selected', 'false');
    active = (next + options.length) % options.length;
    options[active].setAttribute('aria-selected', 'true');
    options[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[active].id);
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (waiting) {
      clearTimeout(waiting);
      waiting = 0;
      show();
    }
    var option = list.querySelectorAll('a')[active];
    if (option) option.click();
    else if (list.children.length) mark(0);
    else show();
  });
  input.addEventListener('focus', load);
  input.addEventListener('input', function () {
    /* Whoever types on and presses Enter at once must not open a result of the words before. */
    active = -1;
    input.removeAttribute('aria-activedescendant');
    clearTimeout(waiting);
    waiting = setTimeout(function () { waiting = 0; show(); }, 0);
  });
  input.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (panel.hidden) show();
      mark(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
      event.preventDefault();
    } else if (event.key === 'Escape' && !panel.hidden) {
      forget();
      event.preventDefault();
    }
  });
  [reader, kind, district].forEach(function (select) { select.addEventListener('change', show); });
  function news() {
    return script(host.dataset.arsip).then(function () { archive = engine.withArchive(globalThis.arsipCari); show(); }, function () { say('Kabar tidak dapat dimuat. Coba lagi.'); });
  }
  more.addEventListener('click', function () { news().then(function () { input.focus(); }); });
  kind.addEventListener('change', function () { if (kind.value === 'kabar' && engine && !archive) news(); });
  addEventListener('pagehide', forget);
  addEventListener('pageshow', function (event) { if (event.persisted) forget(); });
  if (document.activeElement === input) load();
})();
