/* The search engine, part three: words nobody knows, by spelling, completion, two words typed as one, slips of the thumb. */
(function (cari) {
  'use strict';
  var FLOOR = 0.55, NEAR = 0.1, KEEP = 3, SHORT_FORM = 3, VOWELS = 'aiueo';
  var SLIP = 0.16, VOWEL_LOST = 4, LETTER_LOST = 8, LETTER_DOUBLED = 3, LETTER_ADDED = 10, VOWEL_CHANGED = 7, KEY_BESIDE = 6, LETTER_CHANGED = 10, SWAPPED = 7;
  var BESIDE = new Set();
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].forEach(function (row) {
    for (var i = 1; i < row.length; i++) BESIDE.add(row[i - 1] + row[i]).add(row[i] + row[i - 1]);
  });
  var set = cari.set, isDigits = cari.isDigits, raise = cari.raise, slot = cari.slot, round = cari.round;

  function mask(word) {
    var bits = 0;
    for (var i = 0; i < word.length; i++) { var code = word.charCodeAt(i); bits |= 1 << (code > 96 ? code - 97 : 26); }
    return bits;
  }
  function bitCount(bits) {
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  function skeleton(word) { return word.replace(/[aiueo]/g, ''); }
  function isVowel(letter) { return VOWELS.indexOf(letter) >= 0; }

  var ROWS = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)];
  function edits(one, two, limit) {
    if (two.length > 255) return limit + 1;
    var before = ROWS[0], last = ROWS[1], row = ROWS[2], i, j, turn;
    for (j = 0; j <= two.length; j++) row[j] = j;
    for (i = 1; i <= one.length; i++) {
      var least = i, letter = one.charCodeAt(i - 1);
      turn = before; before = last; last = row; row = turn;
      row[0] = i;
      for (j = 1; j <= two.length; j++) {
        var value = last[j - 1] + (letter !== two.charCodeAt(j - 1) ? 1 : 0);
        if (last[j] + 1 < value) value = last[j] + 1;
        if (row[j - 1] + 1 < value) value = row[j - 1] + 1;
        if (i > 1 && j > 1 && letter === two.charCodeAt(j - 2) && one.charCodeAt(i - 2) === two.charCodeAt(j - 1) && before[j - 2] + 1 < value) value = before[j - 2] + 1;
        row[j] = value;
        if (value < least) least = value;
      }
      if (least > limit) return limit + 1;
    }
    return row[two.length];
  }

  /* How far a thumb slips from meant to typed, in tenths: a lost vowel, a key beside, a swap cost less than another letter. */
  function slipCost(typed, meant) {
    var before = [], row = [0], i, j;
    for (j = 0; j < meant.length; j++) row.push(row[j] + lost(meant[j]));
    for (i = 1; i <= typed.length; i++) {
      var a = typed[i - 1], added = i > 1 && a === typed[i - 2] ? LETTER_DOUBLED : LETTER_ADDED, last = row;
      row = [last[0] + added];
      for (j = 1; j <= meant.length; j++) {
        var b = meant[j - 1], changed = a === b ? 0 : BESIDE.has(a + b) ? KEY_BESIDE : isVowel(a) && isVowel(b) ? VOWEL_CHANGED : LETTER_CHANGED;
        var value = Math.min(last[j] + added, row[j - 1] + lost(b), last[j - 1] + changed);
        if (i > 1 && j > 1 && a === meant[j - 2] && typed[i - 2] === b) value = Math.min(value, before[j - 2] + SWAPPED);
        row.push(value);
      }
      before = last;
    }
    return row[meant.length];
  }
  function lost(letter) { return isVowel(letter) ? VOWEL_LOST : LETTER_LOST; }

  function variants(word, rules) {
    var out = [], index;
    rules.forEach(function (rule) {
      var old = rule[0], fresh = rule[1], where = rule[2], last = word[word.length - 1];
      if (where === 'akhir') {
        if (old && word.endsWith(old)) out.push(word.slice(0, -old.length) + fresh);
        else if (!old && isVowel(last)) out.push(word + fresh);
      } else if (where === 'awal') {
        if (word.startsWith(old) && !(old === '' && !isVowel(word[0]))) out.push(fresh + word.slice(old.length));
      } else if (where === 'tertutup') {
        if (word.length > 2 && word[word.length - 2] === old && !isVowel(last)) out.push(word.slice(0, -2) + fresh + last);
      } else if (where === 'antarvokal') {
        for (index = 1; index < word.length; index++) if (isVowel(word[index - 1]) && isVowel(word[index])) out.push(word.slice(0, index) + fresh + word.slice(index));
      } else if (word.indexOf(old) >= 0) {
        var pieces = word.split(old);
        out.push(pieces.join(fresh));
        if (pieces.length > 2) out.push(word.replace(old, fresh));
      }
    });
    for (index = 1; index < word.length; index++) if (word[index] === word[index - 1]) out.push(word.slice(0, index) + word.slice(index + 1));
    return out;
  }

  function Repair(words, surfaces, rules) {
    var self = this;
    this.words = words;
    this.rules = rules;
    this.surfaces = surfaces;
    this.all = set(surfaces);
    this.sizes = [];
    this.skeletons = new Map();
    this.memory = new Map();
    surfaces.forEach(function (surface) {
      var key = skeleton(surface), same = self.sizes[surface.length] || (self.sizes[surface.length] = { words: [], masks: [] });
      same.words.push(surface);
      same.masks.push(mask(surface));
      if (self.skeletons.has(key)) self.skeletons.get(key).push(surface); else self.skeletons.set(key, [surface]);
    });
  }

  Repair.prototype.read = function (word, last) {
    var complete = last && word.length > 2 ? this.completed(word) : null;
    if (complete && word.length > 3) return complete;
    if (!this.memory.has(word)) this.memory.set(word, this.spelled(word) || this.split(word) || this.slipped(word));
    return this.memory.get(word) || complete;
  };

  Repair.prototype.slot = function (typed, surface, weight) {
    var found = this.words.resolve(surface) || slot(surface, [[this.words.stem(surface), 1]]);
    if (!found.readings.length) return null;
    return slot(typed, found.readings.map(function (reading) { return [reading[0], round(reading[1] * weight, 3)]; }), found.light, found.said || surface);
  };

  Repair.prototype.spelled = function (word) {
    if (this.all.has(word)) return this.slot(word, word, 1);
    if (word.length < 3) return null;
    var tried = variants(word, this.rules);
    for (var i = 0; i < tried.length; i++) {
      if (tried[i].length > 2 && !this.words.stop.has(tried[i]) && (this.all.has(tried[i]) || this.carries(tried[i]))) return this.slot(word, tried[i], 0.95);
    }
    return null;
  };

  /* A known word; with affixes only around a root of four letters or more. */
  Repair.prototype.carries = function (variant) {
    var found = this.words.resolve(variant);
    return !!found && found.readings.slice(0, 1).every(function (reading) { return reading[0] === variant || reading[0].length > SHORT_FORM; });
  };

  Repair.prototype.completed = function (word) {
    var best = '';
    for (var i = firstFrom(this.surfaces, word); i < this.surfaces.length && this.surfaces[i].startsWith(word); i++) {
      if (!best || this.surfaces[i].length < best.length) best = this.surfaces[i];
    }
    return best ? this.slot(word, best, 0.9) : null;
  };

  function firstFrom(sorted, word) {
    var low = 0, high = sorted.length;
    while (low < high) { var middle = (low + high) >> 1; if (sorted[middle] < word) low = middle + 1; else high = middle; }
    return low;
  }

  Repair.prototype.split = function (word) {
    for (var at = 4; at < word.length - 3; at++) {
      if (!this.all.has(word.slice(0, at)) || !this.all.has(word.slice(at))) continue;
      var head = this.words.resolve(word.slice(0, at)), tail = this.words.resolve(word.slice(at));
      if (head && tail && head.readings.length && tail.readings.length && !head.light && !tail.light) {
        return slot(word, [head.readings[0], tail.readings[0]].map(function (reading) { return [reading[0], 0.9 * reading[1]]; }), false, word.slice(0, at) + ' ' + word.slice(at));
      }
    }
    return null;
  };

  Repair.prototype.slipped = function (word) {
    var size = word.length, scored = new Map(), i;
    if (size < 3 || isDigits(word)) return null;
    var limit = size <= 4 ? 1 : size <= 7 ? 2 : 3, bits = mask(word);
    for (var length = Math.max(1, size - limit); length <= size + limit; length++) {
      var same = this.sizes[length];
      for (i = 0; same && i < same.words.length; i++) {
        if (bitCount(bits ^ same.masks[i]) > 2 * limit) continue;
        var surface = same.words[i], distance = edits(word, surface, limit);
        if (distance <= limit) scored.set(surface, 1 - SLIP * slipCost(word, surface) / Math.max(size, length) - (surface[0] !== word[0] ? 0.2 : 0));
      }
    }
    var bones = skeleton(word);
    if (bones.length > 1) (this.skeletons.get(bones) || []).forEach(function (surface) {
      var missing = surface.length - size;
      if (missing >= 0 && missing <= 4) raise(scored, surface, 0.85 - 0.05 * missing - (bones.length === 2 ? 0.25 : 0));
    });
    var ranked = Array.from(scored).filter(function (pair) { return pair[1] >= FLOOR; });
    ranked.sort(function (a, b) { return b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1); });
    var readings = new Map(), said = '', light = true;
    for (i = 0; i < ranked.length; i++) {
      if (ranked[i][1] < ranked[0][1] - NEAR || readings.size >= KEEP) break;
      var found = this.slot(word, ranked[i][0], 0.9 * ranked[i][1]);
      if (!found) continue;
      said = said || found.said;
      light = light && found.light;
      found.readings.slice(0, 2).forEach(function (reading) { if (!readings.has(reading[0])) readings.set(reading[0], reading[1]); });
    }
    return readings.size ? slot(word, Array.from(readings), light, said) : null;
  };

  Object.assign(cari, { Repair: Repair, variants: variants, edits: edits });
})(globalThis.mesinCari = globalThis.mesinCari || {});
