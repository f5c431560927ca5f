/* The search engine: data and a query in, cards and results out. No DOM, no network, no clock, nothing remembered of a query
   but the readings of single words. The same steps as site_src/search/*.py; tests/cari holds them together.
   A classic script, because a module cannot be loaded from a folder on a stick. Needs snowballId beside it. */
(function () {
  'use strict';
  var URL_ = 0, TITLE = 1, KIND = 2, SUMMARY = 3, TOPICS = 4, ENTITIES = 5, AUDIENCES = 6, DISTRICTS = 7, CONTACTS = 8, ID = 9, WEIGHT = 10;
  var FIELDS = ['t', 'c', 'b'], LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', FINE = 8, LONGEST_RUN = 4, LONGEST_FORM = 4, SHORT_FORM = 3;
  var CONCEPT = 0.5, LISTED = 10, CARDS = 2, TOPIC_VOTE = 0.3, MENTION = 1.35;
  var FLOOR = 0.55, NEAR = 0.1, KEEP = 3, VOWELS = 'aiueo';
  var SLIP = 0.16, VOWEL_LOST = 4, LETTER_LOST = 8, LETTER_DOUBLED = 3, LETTER_ADDED = 10, VOWEL_CHANGED = 7, KEY_BESIDE = 6, LETTER_CHANGED = 10, SWAPPED = 7;
  var BESIDE = new Set();
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].forEach(function (row) {
    for (var i = 1; i < row.length; i++) BESIDE.add(row[i - 1] + row[i]).add(row[i] + row[i - 1]);
  });
  var ONE_WORD = [[/\blaki[ -]laki\b/g, 'lakilaki'], [/\be[ -]ktp\b/g, 'ektp'], [/\bgono[ -]gini\b/g, 'gonogini']];

  function fold(text) {
    text = text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/['’‘`´]/g, '');
    text = text.replace(/([a-z])\1{2,}/g, '$1').replace(/([a-z])2(?![0-9])/g, '$1');
    ONE_WORD.forEach(function (rule) { text = text.replace(rule[0], rule[1]); });
    return text.match(/[a-z0-9]+/g) || [];
  }

  function set(list) { return new Set(list); }
  function isDigits(word) { return /^[0-9]+$/.test(word); }
  function bySize(a, b) { return b.length - a.length || (a < b ? -1 : a > b ? 1 : 0); }
  function raise(map, key, value) { if (!(map.get(key) >= value)) map.set(key, value); }
  function slot(typed, readings, light, said) { return { typed: typed, readings: readings, light: !!light, said: said || '' }; }
  function round(value, places) { var by = Math.pow(10, places); return Math.round(value * by) / by; }

  /* --- words: affixes, map, concepts ------------------------------------------------------------------------------------ */
  function Words(data) {
    this.roots = set(data.akar);
    this.exceptions = new Map(Object.entries(data.pengecualian));
    this.prefixes = Object.keys(data.awalan).sort(bySize).map(function (prefix) { return [prefix, data.awalan[prefix]]; });
    this.suffixes = data.akhiran.slice().sort(bySize);
    this.shortest = data.pendek;
    this.steps = data.langkah;
    var map = this.map = new Map();
    data.padanan.forEach(function (group) { group[1].split(',').forEach(function (form) { map.set(form, group[0]); }); });
    this.stop = set(data.henti);
    this.light = set(data.ringan);
    this.stems = new Map();
    this.concepts_ = data.konsep;
    this.topics = new Map(data.konsep.map(function (group, index) { return ['@' + index, group[2]]; }));
    this.byName = new Map(data.konsep.map(function (group, index) { return [group[0], '@' + index]; }));
    this.runs = new Map();
    this.pairs = new Map();
  }

  Words.prototype.stem = function (word) {
    var stem = this.stems.get(word);
    if (stem === undefined) this.stems.set(word, stem = this.known(word) || globalThis.snowballId(word));
    return stem;
  };

  Words.prototype.known = function (word) {
    var found = this.strip(word, false);
    return this.exceptions.get(found) || found;
  };

  Words.prototype.accepts = function (part, withForms) {
    return this.exceptions.has(part) || this.roots.has(part) || (withForms && part.length > SHORT_FORM && this.map.has(part));
  };

  Words.prototype.strip = function (word, withForms) {
    if (this.accepts(word, withForms)) return word;
    var layer = [word], seen = set(layer);
    for (var step = 0; step < this.steps; step++) {
      var following = [];
      for (var i = 0; i < layer.length; i++) {
        var parts = this.parts(layer[i]);
        for (var j = 0; j < parts.length; j++) {
          if (seen.has(parts[j])) continue;
          if (this.accepts(parts[j], withForms)) return parts[j];
          seen.add(parts[j]);
          following.push(parts[j]);
        }
      }
      layer = following;
    }
    return '';
  };

  Words.prototype.parts = function (word) {
    var out = [], shortest = this.shortest;
    this.suffixes.forEach(function (suffix) {
      if (word.endsWith(suffix) && word.length - suffix.length >= shortest) out.push(word.slice(0, -suffix.length));
    });
    this.prefixes.forEach(function (entry) {
      if (!word.startsWith(entry[0])) return;
      var rest = word.slice(entry[0].length);
      entry[1].forEach(function (letter) { if (letter.length + rest.length >= shortest) out.push(letter + rest); });
    });
    return out;
  };

  Words.prototype.resolve = function (word) {
    if (this.map.has(word)) return this.mapped(word, word);
    if (this.stop.has(word)) return slot(word, []);
    var found = this.strip(word, true);
    if (!found) return this.light.has(word) ? slot(word, [[word, 1]], true) : null;
    if (this.map.has(found) && !this.roots.has(found) && !this.exceptions.has(found)) return this.mapped(word, found);
    var stem = this.exceptions.get(found) || found;
    return slot(word, [[stem, 1]], this.light.has(stem) || this.light.has(word));
  };

  Words.prototype.mapped = function (typed, form) {
    var self = this, readings = [], said = '';
    this.map.get(form).forEach(function (target) {
      var parts = target[0].split(' ').filter(function (part) { return !self.stop.has(part); }).map(function (part) { return self.stem(part); });
      said = said || target[0];
      if (parts.length) readings.push([parts.join(' '), target[1]]);
    });
    return slot(typed, readings, readings.length && readings.every(function (reading) { return self.light.has(reading[0]); }), said);
  };

  Words.prototype.slots = function (tokens, unknown) {
    var out = [], position = 0;
    outer: while (position < tokens.length) {
      for (var length = Math.min(LONGEST_FORM, tokens.length - position); length > 1; length--) {
        var phrase = tokens.slice(position, position + length).join(' ');
        if (this.map.has(phrase)) {
          out.push(this.mapped(phrase, phrase));
          position += length;
          continue outer;
        }
      }
      var word = tokens[position], found = this.resolve(word);
      if (!found && !isDigits(word)) found = unknown ? unknown(word, position === tokens.length - 1) : slot(word, [[this.stem(word), 1]]);
      if (found) out.push(found);
      position++;
    }
    return out.filter(function (one) { return one.readings.length; });
  };

  Words.prototype.concepts = function (slots) {
    var self = this, found = new Map(), present = new Map(), together = new Map();
    function walk(at, end, run, weight) {
      if (at === end) {
        raise(present, run, weight);
        (self.runs.get(run) || []).forEach(function (concept) { raise(found, concept, weight * (run.indexOf(' ') < 0 ? 1 : 1.5)); });
        return;
      }
      slots[at].readings.forEach(function (reading) { walk(at + 1, end, run ? run + ' ' + reading[0] : reading[0], Math.min(weight, reading[1])); });
    }
    for (var start = 0; start < slots.length; start++) {
      for (var end = start + 1; end <= Math.min(start + LONGEST_RUN, slots.length); end++) walk(start, end, '', Infinity);
    }
    found.forEach(function (value, concept) { raise(present, concept, value); });
    present.forEach(function (_, first) {
      (self.pairs.get(first) || []).forEach(function (rule) {
        var least = 1;
        for (var i = 0; i < rule[1].length; i++) {
          var weight = Math.max(present.get(rule[1][i][0]) || 0, present.get(rule[1][i][1]) || 0);
          if (!weight) return;
          least = Math.min(least, weight);
        }
        raise(together, rule[0], least * 1.5);
      });
    });
    together.forEach(function (value, concept) { raise(found, concept, value); });
    return found;
  };

  Words.prototype.phraseKey = function (text) {
    var self = this, tokens = text.split(' '), run = this.slots(tokens).map(function (one) { return one.readings[0][0]; }).join(' ');
    return run.indexOf(' ') < 0 && tokens.some(function (token) { return self.stop.has(token) && !self.map.has(token); }) ? '' : run;
  };

  Words.prototype.readConcept = function (group) {
    var self = this, token = this.byName.get(group[0]);
    function push(map, key, value) { if (map.has(key)) map.get(key).push(value); else map.set(key, [value]); }
    group[1].forEach(function (member) {
      var parts = member.split('+');
      if (!parts.every(function (part) { return self.phraseKey(part); })) return;
      if (parts.length === 1) return push(self.runs, self.phraseKey(member), token);
      var lifted = parts.map(function (part) { return [self.phraseKey(part), self.byName.get(part.replace(/ /g, '-')) || '']; });
      set([lifted[0][0], lifted[0][1]]).forEach(function (entry) { if (entry) push(self.pairs, entry, [token, lifted]); });
    });
  };

  Words.prototype.condition = function (text) {
    var self = this;
    return text.split('+').map(function (part) { return part[0] === '@' ? self.byName.get(part.slice(1)) || part : part[0] === '=' ? '=' + self.phraseKey(part.slice(1)) : self.phraseKey(part); });
  };

  Words.prototype.analyse = function (text) {
    var self = this, slots = this.slots(fold(text)), stems = [];
    slots.forEach(function (one) {
      if (one.light) return;
      one.readings.forEach(function (reading) {
        if (reading[1] >= 0.5) reading[0].split(' ').forEach(function (part) { if (!self.light.has(part)) stems.push(part); });
      });
    });
    return stems.concat(Array.from(this.concepts(slots).keys()).sort());
  };

  /* --- repair: words nobody knows --------------------------------------------------------------------------------------- */
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

  /* --- the index ---------------------------------------------------------------------------------------------------------- */
  /* Postings: for every term the documents it stands in, each with its weight. Built by Python's lunr, packed in letters. */
  function unpack(packed) {
    var terms = packed.kata.split(' '), lists = terms.map(function () { return []; }), postings = new Map();
    FIELDS.forEach(function (name) {
      packed.vektor[name].split(' ').forEach(function (row, position) {
        for (var term = 0, at = 0; row !== '-' && at < row.length; at += 2) {
          var step = 0;
          while (row[at] >= 'a') step = (step + LETTERS.indexOf(row[at++]) - 26) * 26;
          term += step + LETTERS.indexOf(row[at]);
          lists[term].push(position, Math.pow(LETTERS.indexOf(row[at + 1]) / FINE, 2));
        }
      });
    });
    terms.forEach(function (term, number) { postings.set(term, lists[number]); });
    return postings;
  }

  /* lunr's score: the cosine of the boosts over each field, added up. held: the terms each document holds. */
  function similarities(postings, asked) {
    var known = Array.from(asked).filter(function (pair) { return postings.has(pair[0]); }), scores = new Map(), held = new Map();
    var length = Math.sqrt(known.reduce(function (sum, pair) { return sum + pair[1] * pair[1]; }, 0)) || 1;
    known.forEach(function (pair) {
      var list = postings.get(pair[0]);
      for (var at = 0; at < list.length; at += 2) {
        var position = list[at];
        if (!scores.has(position)) { scores.set(position, 0); held.set(position, new Set()); }
        scores.set(position, scores.get(position) + pair[1] * list[at + 1]);
        held.get(position).add(pair[0]);
      }
    });
    scores.forEach(function (score, position) { scores.set(position, score / length); });
    return { scores: scores, held: held };
  }

  /* --- the search itself ------------------------------------------------------------------------------------------------- */
  function Search(data) {
    this.data = data;
    this.documents = data.dokumen;
    this.ready = false;
  }

  /* One step of loading at a time, so that typing never waits; true when all is loaded. */
  Search.prototype.steps = function () {
    var self = this, data = this.data, steps = [function () { self.words = new Words(data); }];
    for (var from = 0; from < data.konsep.length; from += 12) (function (from) {
      steps.push(function () { data.konsep.slice(from, from + 12).forEach(function (group) { self.words.readConcept(group); }); });
    })(from);
    steps.push(function () {
      var listed = set(data.permukaan);
      self.words.map.forEach(function (_, form) { if (form.length > 2 && /^[a-z]+$/.test(form)) listed.add(form); });
      self.words.roots.forEach(function (root) { if (root.indexOf(' ') < 0) listed.add(root); });
      [self.words.stop, self.words.light].forEach(function (words) { words.forEach(function (word) { if (word.length > 3) listed.add(word); }); });
      self.repair = new Repair(self.words, Array.from(listed).sort(), data.ejaan);
    }, function () {
      self.postings = unpack(data.indeks);
    }, function () {
      self.companions = set(data.pengiring);
      self.unsaid = set(data.takDisebut);
      self.number = new Map();
      self.documents.forEach(function (row, position) { if (row[ID]) self.number.set(row[ID], position); });
      self.aliases = new Map();
      self.weak = new Map();
      Object.keys(data.entitas).forEach(function (slug) {
        var entry = data.entitas[slug], digits = slug.match(/[0-9]+$/);
        entry[1].concat(digits ? [digits[0]] : []).forEach(function (name) { if (!self.aliases.has(name)) self.aliases.set(name, slug); });
        entry[2].forEach(function (name) { if (!self.weak.has(name)) self.weak.set(name, slug); });
      });
      self.rules = data.darurat.map(function (rule) {
        return [rule[0], rule[1].filter(function (id) { return self.number.has(id); }).map(function (id) { return self.number.get(id); }),
          rule[2].map(function (part) { return self.words.condition(part); })];
      });
      self.unless = data.kecuali.map(function (part) { return self.words.condition(part); });
      self.ready = true;
    });
    return steps;
  };

  Search.prototype.load = function () {
    this.steps().forEach(function (step) { step(); });
    return this;
  };

  /* keep(row): which documents may be listed; cards are not filtered. */
  Search.prototype.find = function (text, keep) {
    var self = this, tokens = fold(text);
    var slots = this.words.slots(tokens, function (word, last) { return self.repair.read(word, last); });
    if (!slots.length) slots = tokens.filter(function (token) { return !isDigits(token); }).map(function (token) { return slot(token, [[self.words.stem(token), 1]]); });
    var concepts = this.words.concepts(slots), entities = this.entities(tokens, slots);
    var scores = this.scores(slots, concepts, entities), urgent = this.isArchive || this.alone ? null : this.emergency(slots);
    if (this.isArchive) entities = [];
    return { results: this.rows(scores, entities, urgent, keep), shownFor: said(slots, this.unsaid), found: scores.length > 0 || entities.length > 0 };
  };

  /* News: an index of its own with the same words, always listed after the core. */
  Search.prototype.withArchive = function (data) {
    var other = Object.create(this);
    other.isArchive = true;
    other.documents = data.dokumen;
    other.postings = unpack(data.indeks);
    return other;
  };

  Search.prototype.scores = function (slots, concepts, entities) {
    var self = this, asked = new Map(), heavy = slots.filter(function (one) { return !one.light; });
    heavy.forEach(function (one) {
      one.readings.forEach(function (reading) { reading[0].split(' ').forEach(function (part) { raise(asked, part, reading[1]); }); });
    });
    concepts.forEach(function (weight, concept) { asked.set(concept, CONCEPT * weight); });
    var found = similarities(this.postings, asked);
    var own = heavy.map(function (one) {
      var tokens = new Set();
      one.readings.forEach(function (reading) { reading[0].split(' ').forEach(function (part) { tokens.add(part); }); });
      self.words.concepts([one]).forEach(function (_, concept) { tokens.add(concept); });
      return Array.from(tokens);
    });
    var votes = new Map(), named = set(entities.map(function (entry) { return entry[0]; }));
    concepts.forEach(function (weight, concept) {
      self.words.topics.get(concept).forEach(function (topic) { votes.set(topic, (votes.get(topic) || 0) + weight); });
    });
    return this.voted(Array.from(found.scores, function (pair) {
      var position = pair[0], row = self.documents[position], held = found.held.get(position), covered = 0;
      own.forEach(function (tokens) { if (tokens.some(function (token) { return held.has(token); })) covered++; });
      var score = pair[1] * (covered + 0.5) / (own.length + 0.5) * row[WEIGHT] / 10;
      return [position, row[ENTITIES].some(function (name) { return named.has(name); }) ? score * MENTION : score];
    }), votes);
  };

  function best(a, b) { return b[1] - a[1] || a[0] - b[0]; }

  Search.prototype.voted = function (scored, votes) {
    var self = this, support = new Map(), top = scored.reduce(function (most, pair) { return Math.max(most, pair[1]); }, 0) || 1;
    function add(topic, value) { support.set(topic, (support.get(topic) || 0) + value); }
    scored.slice().sort(best).slice(0, LISTED).forEach(function (pair) {
      self.documents[pair[0]][TOPICS].forEach(function (topic, rank) { add(topic, Math.pow(pair[1] / top, 2) / (1 + rank)); });
    });
    votes.forEach(function (value, topic) { add(topic, value); });
    var most = Math.max.apply(null, Array.from(support.values()).concat(0)) || 1;
    return scored.map(function (pair) {
      var backing = 0;
      self.documents[pair[0]][TOPICS].forEach(function (topic, rank) { backing = Math.max(backing, (support.get(topic) || 0) / (1 + 0.5 * rank)); });
      return [pair[0], round(pair[1] * (1 + TOPIC_VOTE * backing / most), 4)];
    }).sort(best);
  };

  Search.prototype.entities = function (tokens, slots) {
    var self = this, found = new Map(), spoken = [], alone = false;
    function weighty(line) { return line.filter(function (token) { return !self.companions.has(token); }).length; }
    slots.forEach(function (one) { (one.said || one.typed).split(' ').forEach(function (token) { spoken.push(token); }); });
    function meaningful(line) { return line.filter(function (token) { return !self.words.stop.has(token); }); }
    [tokens, spoken].forEach(function (line) {
      var meaning = meaningful(line), position = 0;
      outer: while (position < line.length) {
        for (var length = Math.min(7, line.length - position); length > 0; length--) {
          var part = line.slice(position, position + length), slug = self.aliases.get(part.join(' '));
          if (!slug) continue;
          var content = meaningful(part);
          if (!content.length) content = [part.join(' ')];
          var others = weighty(meaning) - weighty(content), whole = others <= (length > 1 ? Math.max(1, content.length - 1) : 1), old = found.get(slug) || [0, false];
          alone = alone || others <= 0;
          found.set(slug, [Math.max(length, old[0]), whole || old[1]]);
          position += length;
          continue outer;
        }
        position++;
      }
      var name = meaning.join(' ');
      if (!found.size && self.weak.has(name)) { found.set(self.weak.get(name), [meaning.length, true]); alone = true; }
    });
    this.alone = alone;
    return Array.from(found, function (entry) { return [entry[0], entry[1][0], entry[1][1]]; })
      .sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); });
  };

  /* By the likeliest reading of each word only: a guess further off raises no alarm. */
  Search.prototype.emergency = function (slots) {
    var present = new Set();
    this.words.concepts(slots.map(function (one) { return slot(one.typed, one.readings.slice(0, 1), one.light, one.said); })).forEach(function (weight, concept) { if (weight >= 0.6) present.add(concept); });
    for (var start = 0; start < slots.length; start++) {
      for (var run = [], at = start; at < Math.min(start + 4, slots.length); at++) { run.push(slots[at].readings[0][0]); present.add(run.join(' ')); }
      present.add(slots[start].typed).add(slots[start].said);
    }
    present.add('=' + slots.filter(function (one) { return !one.light; }).map(function (one) { return one.readings[0][0]; }).join(' '));
    present.delete('');
    function holds(condition) { return condition.every(function (part) { return present.has(part); }); }
    if (this.unless.some(holds)) return null;
    return this.rules.find(function (rule) { return rule[2].some(holds); }) || null;
  };

  Search.prototype.rows = function (scores, entities, urgent, keep) {
    var self = this, rows = [], used = new Set();
    if (urgent) {
      var main = scores.find(function (pair) { return self.documents[pair[0]][KIND] === 'topik'; }), carried = new Set();
      var topic = self.documents[main ? main[0] : 0][TOPICS].slice(0, 1);
      urgent[1].forEach(function (line) { self.documents[line][ENTITIES].forEach(function (name) { carried.add(name); }); });
      rows.push({ from: this, document: 0, card: 'darurat', rule: urgent[0], lines: urgent[1], entities: Array.from(carried).slice(0, 5),
        topics: Array.from(set(urgent[0] === 'jiwa' ? ['kesehatan-jiwa', 'darurat'] : ['darurat'].concat(topic))) });
    }
    entities.slice(0, CARDS).forEach(function (entry) {
      if (!entry[2]) return;
      var card = self.entityCard(entry[0], new Map(scores));
      if (card !== null && !used.has(card)) { used.add(card); rows.push(self.row(card, 'lembaga')); }
    });
    scores.forEach(function (pair) { if (!used.has(pair[0]) && (!keep || keep(self.documents[pair[0]]))) rows.push(self.row(pair[0], '')); });
    if (!rows.length && !keep && !this.isArchive) rows = this.fallback().map(function (position) { return self.row(position, ''); });
    return rows.slice(0, LISTED);
  };

  Search.prototype.row = function (position, card) {
    var row = this.documents[position];
    return { from: this, document: position, card: card, topics: row[TOPICS], entities: row[ENTITIES], lines: [] };
  };

  var HOLDERS = { hotline: 0, layanan: 0, istilah: 1, panduan: 2, topik: 2, pencegahan: 3 };
  Search.prototype.entityCard = function (slug, scores) {
    var self = this, least = null, order = null;
    this.documents.forEach(function (row, position) {
      if (row[ENTITIES].indexOf(slug) < 0) return;
      var kind = HOLDERS[row[KIND]], own = [kind === undefined ? 4 : kind, row[ENTITIES].length, row[CONTACTS].length ? 0 : 1, -(scores.get(position) || 0), position];
      if (!order || before(own, order)) { order = own; least = position; }
    });
    return least;
  };
  function before(a, b) { for (var i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i]; return false; }

  Search.prototype.fallback = function () {
    var self = this, first = [];
    ['darurat/', 'topik/cara-melapor/'].forEach(function (url) { self.documents.forEach(function (row, position) { if (row[URL_] === url) first.push(position); }); });
    self.documents.forEach(function (row, position) { if (row[KIND] === 'topik' && first.indexOf(position) < 0) first.push(position); });
    return first;
  };

  function said(slots, unsaid) {
    var words = slots.map(function (one) { return one.said && !unsaid.has(one.said) ? one.said : one.typed; }).join(' ');
    return words === slots.map(function (one) { return one.typed; }).join(' ') ? '' : words;
  }

  /* The form of the evaluation command. */
  function asRows(search, text) {
    return search.find(text).results.map(function (row) {
      var document = search.documents[row.document];
      return { url: document[URL_], topics: row.topics.slice(0, 3), entities: row.entities.slice(0, 5), title: document[TITLE] };
    });
  }

  globalThis.mesinCari = { Search: Search, Words: Words, fold: fold, asRows: asRows, unpack: unpack, similarities: similarities, variants: variants, edits: edits,
    columns: { url: URL_, title: TITLE, kind: KIND, summary: SUMMARY, topics: TOPICS, entities: ENTITIES, audiences: AUDIENCES, districts: DISTRICTS, contacts: CONTACTS } };
})();
