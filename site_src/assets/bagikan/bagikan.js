/* Adds to the plain links: copy the short address, copy only the number, and the phone's own sharing where there is one. */
(function () {
  'use strict';
  var box = document.querySelector('.bagikan');
  if (!box) return;
  var list = box.querySelector('ul'), short = box.querySelector('.bagikan-alamat'), news = document.createElement('p');
  news.setAttribute('role', 'status');
  box.append(news);
  function way(label, act) {
    var row = document.createElement('li'), button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    row.append(button);
    list.append(row);
  }
  function copy(text) {
    navigator.clipboard.writeText(text).then(function () { news.textContent = 'Tersalin: ' + text; }, function () { news.textContent = 'Tidak dapat menyalin di peramban ini.'; });
  }
  if (navigator.clipboard) {
    if (short) way('Salin tautan', function () { copy(short.href); });
    way('Salin nomor saja', function () { copy(box.dataset.nomor); });
  }
  if (navigator.share) way('Lewat aplikasi lain', function () { navigator.share({ text: box.dataset.isi }).catch(function () { news.textContent = ''; }); });
  if (short && navigator.clipboard) short.parentNode.remove();
})();
