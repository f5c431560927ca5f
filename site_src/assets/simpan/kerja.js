/* Keeps one page and its looks, nothing else. With a signal it is fetched anew; without one the kept page is shown, and one that is too old says so. */
'use strict';
var NAME = 'catatan', FILES = BERKAS, PAGE = './', WAIT = 5000;
var OLD = '<aside class="pita" role="alert"><p><strong>Salinan ini sudah lewat masa.</strong> Nomor di sini mungkin sudah berganti. Sambungkan internet, lalu buka lagi.</p></aside>';

function fill() {
  return caches.open(NAME).then(function (cache) {
    return cache.addAll(FILES.map(function (file) { return new Request(file, { cache: 'no-cache' }); })).then(function () { return cache.keys(); }).then(function (kept) {
      var wanted = FILES.map(function (file) { return new URL(file, self.location).href; });
      return Promise.all(kept.map(function (one) { return wanted.indexOf(one.url) < 0 && cache.delete(one); }));
    });
  });
}
function fresh() {
  return fetch(PAGE, { cache: 'no-cache' }).then(function (answer) {
    if (!answer.ok) throw new Error(answer.status);
    var copy = answer.clone();
    return caches.open(NAME).then(function (cache) { return cache.put(PAGE, copy); }).then(function () { return answer; });
  });
}
function kept() {
  return caches.match(PAGE).then(function (answer) {
    return answer.text().then(function (text) {
      var until = /data-sampai="([0-9-]+)"/.exec(text), now = new Date();
      var today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
      return new Response(until && today < until[1] ? text : text.replace(/<main[^>]*>/, '$&' + OLD), { headers: answer.headers });
    });
  });
}
function late() { return new Promise(function (_, failed) { setTimeout(failed, WAIT); }); }

self.addEventListener('install', function (event) { event.waitUntil(fill().then(function () { return self.skipWaiting(); })); });
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener('fetch', function (event) {
  var request = event.request;
  if (request.mode === 'navigate') event.respondWith(Promise.race([fresh(), late()]).catch(kept));
  else event.respondWith(caches.match(request).then(function (found) { return found || fetch(request); }));
});
