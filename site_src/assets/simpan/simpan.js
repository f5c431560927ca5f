/* Only on the page that asks and on the page that is kept: nothing is installed before the tap, and one tap takes everything away. */
(function () {
  'use strict';
  var place = document.getElementById('simpan'), workers = navigator.serviceWorker;
  if (!place) return;
  var NAME = 'catatan', asks = place.dataset.lingkup !== './';
  var worker = new URL(place.dataset.pekerja, location.href).href, scope = new URL(place.dataset.lingkup, location.href).href;
  function say(text) { var line = document.createElement('p'); line.setAttribute('role', 'status'); line.textContent = text; place.after(line); }
  function button(label, act) {
    var one = document.createElement('button');
    one.type = 'button';
    one.textContent = label;
    one.addEventListener('click', act);
    place.append(one);
  }
  function own() { return workers.getRegistration(scope).then(function (found) { return found && found.scope === scope ? found : null; }); }
  function save() {
    place.textContent = 'Menyimpan …';
    workers.register(worker, { scope: scope, updateViaCache: 'none' }).then(function (registration) {
      var starting = registration.installing;
      if (!starting) return draw();
      starting.addEventListener('statechange', function () { if (starting.state === 'activated' || starting.state === 'redundant') draw(); });
    }).catch(draw);
  }
  function remove() {
    own().then(function (found) { return found && found.unregister(); })
      .then(function () { return caches.delete(NAME); })
      .then(function () { draw(); say('Sudah dihapus dari ponsel ini.'); });
  }
  function draw() {
    own().then(function (found) {
      place.textContent = '';
      if (found) {
        if (asks) place.append('Tersimpan di peramban ini. ');
        button('Hapus dari ponsel', remove);
      } else if (asks) button('Simpan di ponsel ini', save);
    });
  }
  if (!workers || location.protocol === 'file:') place.textContent = asks ? 'Peramban ini tidak dapat menyimpan halaman. Tidak ada yang tersimpan.' : '';
  else draw();
})();
