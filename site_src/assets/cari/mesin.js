/* The search engine, last part: data and a query in, cards and results out. */
(function (cari) {
  'use strict';
  var URL_ = 0, TITLE = 1, KIND = 2, SUMMARY = 3, TOPICS = 4, ENTITIES = 5, AUDIENCES = 6, DISTRICTS = 7, CONTACTS = 8, ID = 9, WEIGHT = 10;
  var CONCEPT = 0.5, LISTED = 10, CARDS = 2, TOPIC_VOTE = 0.3, MENTION = 1.35;
  var fold = cari.fold, set = cari.set, isDigits = cari.isDigits, raise = cari.raise, slot = cari.slot, round = cari.round, Words = cari.Words, Repair = cari.Repair;

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
      self.postings = cari.unpack(data.indeks);
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
    other.postings = cari.unpack(data.indeks);
    return other;
  };

  Search.prototype.scores = function (slots, concepts, entities) {
    var self = this, asked = new Map(), heavy = slots.filter(function (one) { return !one.light; });
    heavy.forEach(function (one) {
      one.readings.forEach(function (reading) { reading[0].split(' ').forEach(function (part) { raise(asked, part, reading[1]); }); });
    });
    concepts.forEach(function (weight, concept) { asked.set(concept, CONCEPT * weight); });
    var found = cari.similarities(this.postings, asked);
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

  Object.assign(cari, { Search: Search, asRows: asRows, columns: { url: URL_, title: TITLE, kind: KIND, summary: SUMMARY, topics: TOPICS, entities: ENTITIES,
    audiences: AUDIENCES, districts: DISTRICTS, contacts: CONTACTS } });
})(globalThis.mesinCari = globalThis.mesinCari || {});
