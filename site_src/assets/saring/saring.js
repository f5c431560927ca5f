/* Narrows a list of services in place. Without this script each choice is a page of its own. The choices live in the form alone: not in the
   address, not in storage, and gone after the exit. What nobody knows never counts as a yes; it is counted beside. */
(function () {
  'use strict';
  var bar = document.querySelector('.saring-isi'), rows = [].slice.call(document.querySelectorAll('.saringan > li')), said = document.querySelector('.saring-hasil');
  if (!bar || rows.length < 2) return;
  var form = document.createElement('form'), picks = [];
  form.className = 'cari-pilihan';
  function add(key, value, field, text) {
    var label = document.createElement('label');
    field.autocomplete = 'off';
    label.append.apply(label, value ? [field, text] : [text, field]);
    form.append(label);
    picks.push({ key: key, value: value, field: field });
  }
  bar.querySelectorAll('[data-saring]').forEach(function (group) {
    var key = group.dataset.saring, select = document.createElement('select');
    select.append(new Option('semua', ''));
    group.querySelectorAll('a').forEach(function (link) {
      if (key !== 'ya') return select.append(new Option(link.firstChild.data, link.dataset.v));
      var box = document.createElement('input');
      box.type = 'checkbox';
      add(key, link.dataset.v, box, link.firstChild.data);
    });
    if (key !== 'ya') add(key, '', select, group.previousElementSibling.textContent);
  });
  var reset = document.createElement('button');
  reset.type = 'reset';
  reset.className = 'cari-tombol';
  reset.textContent = 'Hapus saringan';
  form.append(reset);
  bar.replaceChildren(form);

  function has(row, key, value) { return (' ' + (row.dataset[key] || '') + ' ').indexOf(' ' + value + ' ') >= 0; }
  function open(row) {
    var states = (row.dataset.jam || '').split('|').filter(Boolean).map(function (hours) { return jamBuka(hours).state(Date.now()); });
    return states.indexOf('b') >= 0 ? 1 : !states.length || states.indexOf('u') >= 0 ? -1 : 0;
  }
  /* 1 fits, 0 does not, -1 nobody knows. */
  function judge(row, pick) {
    if (pick.key !== 'ya') return !pick.field.value || has(row, pick.key, pick.field.value) || pick.key === 'untuk' && has(row, pick.key, 'umum') ? 1 : 0;
    if (!pick.field.checked) return 1;
    return pick.value === 'buka' ? open(row) : has(row, 'ya', pick.value) ? 1 : has(row, 'tidak', pick.value) ? 0 : -1;
  }
  function show() {
    var fit = 0, unknown = 0;
    rows.forEach(function (row) {
      var worst = picks.map(function (pick) { return judge(row, pick); }), no = worst.indexOf(0) >= 0, maybe = worst.indexOf(-1) >= 0;
      row.hidden = no || maybe;
      if (!row.hidden) fit += 1;
      else if (!no) unknown += 1;
    });
    document.querySelectorAll('.saringan').forEach(function (list) {
      var head = list.previousElementSibling;
      list.hidden = !list.querySelector('li:not([hidden])');
      if (/^H\d$/.test(head.tagName)) head.hidden = list.hidden;
    });
    var text = (fit === rows.length ? '' : fit + ' dari ') + rows.length + ' layanan.' + (unknown ? ' ' + unknown + ' lagi tidak ikut, karena belum diketahui.' : '') +
      (fit ? '' : ' Longgarkan saringan, atau hubungi hotline.');
    if (said.textContent !== text) said.textContent = text;
  }
  form.addEventListener('change', show);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(show, 0); });
  setInterval(show, 60000);
  addEventListener('pagehide', function () { if (document.documentElement.hidden) { form.reset(); show(); } });
})();
