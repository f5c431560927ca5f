/* The search engine, part four: the index that Python's lunr built, packed in letters, and its scores. */
(function (cari) {
  'use strict';
  var FIELDS = ['t', 'c', 'b'], LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', FINE = 8;

  /* Postings: for every term the documents it stands in, each with its weight. */
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

  Object.assign(cari, { unpack: unpack, similarities: similarities });
})(globalThis.mesinCari = globalThis.mesinCari || {});
