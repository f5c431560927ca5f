/* Reads a page aloud, only with an Indonesian voice of this device. Chromium on Android calls every voice local, also those that are made in
   the net (docs/keamanan-pembaca.md): there nothing is offered. Whoever presses hears at once, and so does the room: the button says it. */
(function () {
  'use strict';
  var voices = window.speechSynthesis, place = document.querySelector('.remah ol'), text = document.querySelector('article');
  if (!voices || !place || !text || /Android/.test(navigator.userAgent)) return;
  var row = document.createElement('li'), button = document.createElement('button');
  row.className = 'suara';
  button.type = 'button';
  function own() { return voices.getVoices().filter(function (one) { return one.localService === true && /^(id|in)\b/i.test(one.lang); })[0]; }
  function label(reading) {
    button.textContent = reading ? 'Berhenti' : 'Bacakan';
    button.setAttribute('aria-label', reading ? 'Berhenti membacakan' : 'Bacakan halaman ini; terdengar orang di sekitar Anda');
  }
  function stop() { voices.cancel(); label(false); }
  button.addEventListener('click', function () {
    var voice = own(), reading = button.textContent === 'Berhenti';
    stop();
    if (reading || !voice) return;
    label(true);
    var lines = text.innerText.split(/\n+/).filter(function (line) { return line.trim(); });
    lines.forEach(function (line, number) {
      var said = new SpeechSynthesisUtterance(line);
      said.voice = voice;
      said.lang = voice.lang;
      if (number === lines.length - 1) said.onend = function () { label(false); };
      voices.speak(said);
    });
  });
  function offer() {
    if (!own()) return row.remove();
    row.append(button);
    place.append(row);
  }
  label(false);
  offer();
  voices.addEventListener('voiceschanged', offer);
  addEventListener('pagehide', stop);
})();
