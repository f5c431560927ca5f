/* “Sedang buka” beside the hours. Without this script the sentence of hours stands alone. */
(function () {
  'use strict';
  var DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
  var MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
  var places = document.querySelectorAll('[data-buka]');
  if (!places.length) return;
  function two(number) { return (number < 10 ? '0' : '') + number; }
  function when(next) {
    var clock = two(Math.floor(next.minute / 60)) + '.' + two(next.minute % 60);
    if (!next.ahead) return clock;
    var day = DAYS[next.date.getUTCDay()];
    return (next.ahead < 7 ? day : day + ' ' + next.date.getUTCDate() + ' ' + MONTHS[next.date.getUTCMonth()] + (next.ahead > 300 ? ' ' + next.date.getUTCFullYear() : '')) + ' ' + clock;
  }
  function sentence(state, next) {
    if (state === 'b') return 'Sedang buka' + (next && next.ahead < 2 ? ', sampai ' + when(next) : '');
    if (state === 'c') return 'Sedang tutup' + (next ? ', buka lagi ' + when(next) : '');
    return 'Sekarang: tidak diketahui';
  }
  function show() {
    places.forEach(function (place) {
      var hours = jamBuka(place.dataset.buka), now = Date.now(), state = hours.state(now), said = sentence(state, hours.next(now));
      if (place.textContent === said) return;
      place.textContent = said;
      place.className = 'buka buka-' + state;
    });
  }
  show();
  setInterval(show, 30000);
  addEventListener('pageshow', show);
  document.addEventListener('visibilitychange', show);
})();
