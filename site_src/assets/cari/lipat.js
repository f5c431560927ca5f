/* The search engine, part one: any typed text as plain tokens, and the small things every part needs. No part knows the DOM, the network or
   the clock, and none remembers of a query more than the readings of single words. The same steps as site_src/search/*.py; tests/cari holds
   them together. Classic scripts, because a module cannot be loaded from a folder on a stick. */
(function (cari) {
  'use strict';
  var ONE_WORD = [[/\blaki[ -]laki\b/g, 'lakilaki'], [/\be[ -]ktp\b/g, 'ektp'], [/\bgono[ -]gini\b/g, 'gonogini']];

  function fold(text) {
    text = text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/['’‘`´]/g, '');
    text = text.replace(/([a-z])\1{2,}/g, '$1').replace(/([a-z])2(?![0-9])/g, '$1');
    ONE_WORD.forEach(function (rule) { text = text.replace(rule[0], rule[1]); });
    return text.match(/[a-z0-9]+/g) || [];
  }

  function set(list) { return new Set(list); }
  function isDigits(word) { return /^[0-9]+$/.test(word); }
  function raise(map, key, value) { if (!(map.get(key) >= value)) map.set(key, value); }
  function slot(typed, readings, light, said) { return { typed: typed, readings: readings, light: !!light, said: said || '' }; }
  function round(value, places) { var by = Math.pow(10, places); return Math.round(value * by) / by; }

  Object.assign(cari, { fold: fold, set: set, isDigits: isDigits, raise: raise, slot: slot, round: round });
})(globalThis.mesinCari = globalThis.mesinCari || {});
