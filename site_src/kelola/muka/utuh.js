// Writes changed values back into a YAML text so that comments, order, quotes and blank lines stay where they were.
import { isMap, isScalar, isSeq, parseDocument, stringify } from "./yaml.min.js";

const READ = { schema: "failsafe", uniqueKeys: false };
const WRITE = { lineWidth: 0, aliasDuplicateObjects: false };

/** What a text says: every scalar the string that was typed. Throws when it is no YAML. */
export function baca(text) {
  const doc = parseDocument(text, READ);
  if (doc.errors.length) throw doc.errors[0];
  return doc.toJS() ?? {};
}

/** Data as staff mean it: texts only, and nothing that is empty (undefined when all of it is). */
export function bersih(value) {
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) {
    const items = value.map(bersih).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (typeof value === "object") {
    const pairs = Object.entries(value).map(([key, item]) => [key, bersih(item)]).filter(([, item]) => item !== undefined);
    return pairs.length ? Object.fromEntries(pairs) : undefined;
  }
  // The editor trims what was typed: the line end that a block brings along is not a difference.
  return String(value).trimEnd() || undefined;
}

/** `text` with the values of `data`; a text of its own when there is none to keep. */
export function gabung(text, data) {
  const wanted = bersih(data) ?? {};
  if (!text) return stringify(wanted, WRITE);
  const doc = parseDocument(text, READ);
  const edits = [];
  if (isMap(doc.contents)) mapping(new Source(text), doc.contents, wanted, edits);
  const merged = applied(text, edits);
  return says(merged, wanted) ? merged : stringify(wanted, WRITE);
}

class Source {
  constructor(text) {
    this.text = text;
  }
  lineStart(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }
  lineEnd(at) {
    const found = this.text.indexOf("\n", at);
    return found < 0 ? this.text.length : found;
  }
  before(at) {
    return this.text.slice(this.lineStart(at), at);
  }
  /** Where the last value inside a node ends: a collection's own range also holds the comments after it. */
  end(node) {
    const last = isMap(node) ? node.items.at(-1)?.value ?? node.items.at(-1)?.key : isSeq(node) ? node.items.at(-1) : null;
    if (last && !node.flow) return this.end(last);
    return node.range[0] + this.text.slice(node.range[0], node.range[1]).trimEnd().length;
  }
}

function mapping(source, node, value, edits) {
  if (node.flow) return void edits.push([...node.range.slice(0, 2), flow(source, node, value)]);
  const known = new Map(node.items.map((pair) => [pair.key.value, pair]));
  const margin = " ".repeat(node.items[0].key.range[0] - source.lineStart(node.items[0].key.range[0]));
  const gone = node.items.filter((pair) => !(pair.key.value in value));
  let after = node.items.findLast((pair) => !gone.includes(pair));
  if (!after) return whole(source, node, value, edits);
  const kept = node.items.find((pair) => !gone.includes(pair));
  const beside = source.before(node.items[0].key.range[0]).trim() ? gone.splice(0, node.items.indexOf(kept)) : [];
  // The key beside a list's dash left: the next one takes its place there.
  if (beside.length) edits.push([beside[0].key.range[0], kept.key.range[0], ""]);
  for (const pair of gone) edits.push([source.lineStart(pair.key.range[0]), source.lineEnd(source.end(pair.value ?? pair.key)) + 1, ""]);
  for (const [key, item] of Object.entries(value)) {
    const pair = known.get(key);
    if (!pair) {
      const at = source.lineEnd(source.end(after.value ?? after.key));
      edits.push([at, at, `\n${margin}${lines({ [key]: item }, margin)}`]);
    } else {
      after = pair;
      if (!pair.value?.range || kind(pair.value) !== kind(item)) edits.push([pair.key.range[0], source.end(pair.value ?? pair.key), lines({ [key]: item }, margin)]);
      else node_(source, pair.value, item, edits, margin);
    }
  }
}

function node_(source, node, value, edits, margin) {
  if (same(bersih(node.toJSON()), value)) return;
  if (isMap(node)) mapping(source, node, value, edits);
  else if (isSeq(node)) sequence(source, node, value, edits);
  else if (node.type.startsWith("BLOCK")) edits.push([node.range[0], source.end(node), block(source, node, value, margin)]);
  else edits.push([...node.range.slice(0, 2), scalar(node.type, value, false)]);
}

/** A text over several lines, with the sign and the indent that stood there; a folded one becomes literal, as its line ends mean something else. */
function block(source, node, value, margin) {
  const [sign, ...old] = source.text.slice(node.range[0], source.end(node)).split("\n");
  const indent = /^ */.exec(old.find((line) => line.trim()) ?? "")[0] || `${margin}  `;
  return [node.type === "BLOCK_LITERAL" ? sign : "|-", ...value.split("\n").map((line) => (line ? indent + line : ""))].join("\n");
}

function sequence(source, node, value, edits) {
  if (node.flow) return void edits.push([...node.range.slice(0, 2), flow(source, node, value)]);
  const old = node.items.map((item) => JSON.stringify(bersih(item.toJSON())));
  if (node.items.some((item) => !/^\s*- +$/.test(source.before(item.range[0])))) return whole(source, node, value, edits);
  const dash = source.before(node.items[0].range[0]).replace(/- +$/, "");
  const bullet = (item) => `${dash}- ${lines(item, `${dash}  `)}`;
  let last = source.lineStart(node.items[0].range[0]);
  let first = true;
  for (const [gone, come] of gaps(old, value.map((item) => JSON.stringify(item)))) {
    const pairs = Math.min(gone.length, come.length);
    for (let n = 0; n < pairs; n += 1) {
      const item = node.items[gone[n]];
      if (kind(item) === kind(value[come[n]])) node_(source, item, value[come[n]], edits, `${dash}  `);
      else edits.push([item.range[0], source.end(item), lines(value[come[n]], `${dash}  `)]);
      [last, first] = [source.lineEnd(source.end(item)), false];
    }
    for (const index of gone.slice(pairs)) {
      const item = node.items[index];
      edits.push([source.lineStart(item.range[0]), source.lineEnd(source.end(item)) + 1, ""]);
    }
    for (const index of come.slice(pairs)) edits.push([last, last, first ? `${bullet(value[index])}\n` : `\n${bullet(value[index])}`]);
    if (gone.kept !== undefined) [last, first] = [source.lineEnd(source.end(node.items[gone.kept])), false];
  }
}

/** Runs of items that left and came, between items that stayed (longest common subsequence); `kept` is the one that stayed after the run. */
function gaps(old, now) {
  const long = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) for (let j = now.length - 1; j >= 0; j -= 1) long[i][j] = old[i] === now[j] ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
  const runs = [];
  let [gone, come, i, j] = [[], [], 0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      gone.kept = i;
      runs.push([gone, come]);
      [gone, come, i, j] = [[], [], i + 1, j + 1];
    } else if (j >= now.length || (i < old.length && long[i + 1][j] >= long[i][j + 1])) gone.push(i++);
    else come.push(j++);
  }
  return [...runs, [gone, come]];
}

/** `[a, b]` and `{a: b}`: what stayed keeps its own spelling. */
function flow(source, node, value) {
  if (isMap(node) && kind(value) === "map") {
    const known = new Map(node.items.map((pair) => [pair.key.value, pair.value]));
    const keys = [...[...known.keys()].filter((key) => key in value), ...Object.keys(value).filter((key) => !known.has(key))];
    return `{${keys.map((key) => `${key}: ${flow(source, known.get(key), value[key])}`).join(", ")}}`;
  }
  if (isSeq(node) && kind(value) === "seq") {
    const left = [...node.items];
    const slots = value.map((item) => {
      const at = left.findIndex((one) => same(bersih(one.toJSON()), item));
      return at < 0 ? undefined : left.splice(at, 1)[0];
    });
    return `[${value.map((item, n) => flow(source, slots[n] ?? (left.length ? left.shift() : undefined), item)).join(", ")}]`;
  }
  if (node && same(bersih(node.toJSON()), value)) return source.text.slice(node.range[0], node.range[1]);
  if (kind(value) === "scalar") return scalar(isScalar(node) ? node.type : "PLAIN", value, true);
  return kind(value) === "seq" ? `[${value.map((item) => flow(source, undefined, item)).join(", ")}]`
    : `{${Object.entries(value).map(([key, item]) => `${key}: ${flow(source, undefined, item)}`).join(", ")}}`;
}

/** One text in the quotes that stood there; plain only where plain reads back the same. */
function scalar(type, value, inFlow) {
  if (type === "QUOTE_SINGLE" && !value.includes("\n")) return `'${value.replaceAll("'", "''")}'`;
  if (type === "PLAIN" && !value.includes("\n")) {
    const read = parseDocument(inFlow ? `[${value}]` : `a: ${value}`, READ);
    if (!read.errors.length && same(read.toJS(), inFlow ? [value] : { a: value })) return value;
  }
  return JSON.stringify(value);
}

function whole(source, node, value, edits) {
  const margin = " ".repeat(node.range[0] - source.lineStart(node.range[0]));
  edits.push([node.range[0], source.end(node), lines(value, margin)]);
}

const lines = (value, margin) => stringify(value, WRITE).trimEnd().split("\n").map((line, n) => (n && line ? margin + line : line)).join("\n");
const kind = (value) => (isSeq(value) || Array.isArray(value) ? "seq" : isMap(value) || (typeof value === "object" && value !== null && !isScalar(value)) ? "map" : "scalar");
const sorted = (value) => (kind(value) === "map" ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : Array.isArray(value) ? value.map(sorted) : value);
const same = (one, two) => JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(two ?? null));

function applied(text, edits) {
  const order = edits.map((edit, n) => [...edit, n]).sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[3] - a[3]);
  return order.reduce((out, [start, end, put]) => out.slice(0, start) + put + out.slice(end), text);
}

function says(text, wanted) {
  try {
    return same(bersih(baca(text)), wanted);
  } catch {
    return false;
  }
}
