/* The search engine, part two: affixes off, chat and local words to standard ones, runs of words to concepts. Needs snowballId. */
(function (cari) {
  'use strict';
  var LONGEST_RUN = 4, LONGEST_FORM = 4, SHORT_FORM = 3;
  var fold = cari.fold, set = cari.set, isDigits = cari.isDigits, raise = cari.raise, slot = cari.slot;

  function bySize(a, b) { return b.length - a.length || (a < b ? -1 : a > b ? 1 : 0); }

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

  cari.Words = Words;
})(globalThis.mesinCari = globalThis.mesinCari || {});
