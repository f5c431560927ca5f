/* The way out and mode senyap. Improves plain links: without this script the exit is a link that leaves, and “Mode senyap” leads to the page
   that says what to do instead. Nothing is stored: the mode lives in the name of the open window and goes with it. */
(function () {
  'use strict';
  var QUIET = '-', WAIT = 5000, TIMES = 3;
  var way = document.querySelector('.keluar'), link = document.querySelector('a.senyap'), windows = [window];
  if (!way) return;
  try { if (top !== window && top.document) windows.push(top); } catch (error) { /* shown inside somebody else's page */ }
  var framed = windows.length > 1, titles = windows.map(function (one) { return one.document.title; });
  var presses = 0, alone = false, touched = false, expires = 0, fades = 0;

  var news = document.createElement('p');
  news.className = 'keluar-kabar';
  news.lang = 'id';
  news.setAttribute('role', 'status');
  document.body.append(news);
  function say(text) {
    clearTimeout(fades);
    news.textContent = text;
    fades = setTimeout(function () { news.textContent = ''; }, WAIT);
  }

  function quiet() { return framed || window.name === QUIET; }
  function blank(yes) {
    windows.forEach(function (one, index) {
      one.document.title = yes ? '' : titles[index];
      one.document.documentElement.hidden = yes;
    });
  }
  /* Whoever had gone back still has pages ahead: a new entry drops them. */
  function dropAhead() { if (top.navigation && top.navigation.canGoForward) top.history.pushState(null, ''); }
  function leave() {
    var behind = quiet();
    blank(true);
    if (window.speechSynthesis) speechSynthesis.cancel();
    window.name = '';
    /* The entry that drops what lies ahead leaves this page behind itself. In mode senyap nothing may stay behind. */
    if (!behind) dropAhead();
    top.location.replace(way.href);
  }
  function forget() {
    clearTimeout(expires);
    presses = 0;
  }

  addEventListener('click', function (event) {
    var to = event.target.closest && event.target.closest('a[href]');
    if (!to || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (to === way) {
      event.preventDefault();
      leave();
    } else if (quiet() && to.protocol === location.protocol && to.host === location.host && !to.target) {
      event.preventDefault();
      location.replace(to.href);
    }
  });

  function typing(node) { return node.closest && node.closest('input:not([type=checkbox]), textarea, [contenteditable]'); }
  addEventListener('keydown', function (event) {
    touched = false;
    alone = event.key === 'Shift' && !event.repeat && !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey && !typing(event.target);
    if (event.key !== 'Shift') forget();
  }, true);
  ['pointerdown', 'wheel'].forEach(function (used) { addEventListener(used, function () { alone = false; touched = true; }, { capture: true, passive: true }); });
  addEventListener('keyup', function (event) {
    if (event.key !== 'Shift' || !alone) return;
    alone = false;
    clearTimeout(expires);
    presses += 1;
    if (presses === TIMES) return leave();
    say('Tekan Shift ' + (TIMES - presses) + ' kali lagi untuk keluar.');
    expires = setTimeout(function () { presses = 0; say('Tidak jadi keluar.'); }, WAIT);
  }, true);

  /* Firefox leaves where it is what it shows in part: what the keyboard reaches comes out from under the bar. A finger's target never moves. */
  addEventListener('focusin', function (event) {
    var bar = way.getBoundingClientRect(), one = event.target.getBoundingClientRect();
    if (!touched && event.target !== way && bar.top > innerHeight / 2 && one.bottom > bar.top) scrollBy(0, Math.min(one.bottom - bar.top + 8, one.top));
  });

  if (link && framed) link.hidden = true;
  else if (link) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'senyap';
    button.lang = 'id';
    button.textContent = 'Mode senyap';
    button.setAttribute('aria-pressed', quiet());
    link.replaceWith(button);
    button.addEventListener('click', function () {
      window.name = quiet() ? '' : QUIET;
      if (quiet()) dropAhead();
      button.setAttribute('aria-pressed', quiet());
      say(quiet() ? 'Mode senyap menyala. Mulai halaman ini, tombol kembali tidak menampilkan situs ini. Riwayat peramban tetap mencatat.' : 'Mode senyap mati.');
    });
  }

  addEventListener('pageshow', function (event) {
    if (!event.persisted) return;
    blank(false);
    forget();
    if (button) button.setAttribute('aria-pressed', quiet());
  });
})();
