// For the page of the editor: saves each real file in every way its form allows, and names what changed more than was meant.
async ([path, text]) => {
  const { asMarkdown, asYaml } = await import("/kelola/bentuk.js");
  const { bersih } = await import("/kelola/utuh.js");
  const form = path.endsWith(".md") ? asMarkdown() : asYaml();
  const found = [];
  let tried = 0;
  const each = (value, map) => Array.isArray(value) ? value.map((one) => map(one)) : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, map(one)])) : value;
  // What the editor does to every text before it saves: no space at either end; and the keys in the order of its form.
  const trimmed = (value) => typeof value === "string" ? value.trim() : each(value, trimmed);
  const turned = (value) => Array.isArray(value) || !value || typeof value !== "object" ? each(value, turned) : Object.fromEntries(Object.entries(value).reverse().map(([key, one]) => [key, turned(one)]));
  const sorted = (value) => Array.isArray(value) || !value || typeof value !== "object" ? each(value, sorted) : Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
  const said = (value) => { const { asal_berkas, ...rest } = value; return JSON.stringify(sorted(bersih(rest))); };
  const data = trimmed(form.fromFile(text));
  const get = (value, way) => way.reduce((at, key) => at[key], value);
  // One place of each shape in a file: «hotline.*.kanal.*.nomor», always the last one, which has the most before it.
  const shapes = { text: new Map(), list: new Map(), key: new Map() };
  const walk = (value, way) => {
    const shape = way.map((key) => (typeof key === "number" ? "*" : key)).join(".");
    if (typeof way.at(-1) === "string") shapes.key.set(shape, way);
    if (typeof value === "string") shapes.text.set(shape, way);
    else if (Array.isArray(value)) { shapes.list.set(shape, way); value.forEach((one, at) => walk(one, [...way, at])); }
    else for (const [key, one] of Object.entries(value)) walk(one, [...way, key]);
  };
  for (const [key, one] of Object.entries(data)) if (key !== "asal_berkas") walk(one, [key]);

  const between = (now) => {
    const [a, b] = [text.split("\n"), now.split("\n")];
    let [start, end] = [0, 0];
    while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
    while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
    return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  };
  const attempt = (what, way, change, allowed) => {
    const wanted = structuredClone(data);
    change(wanted);
    const now = form.toFile(wanted);
    tried += 1;
    const where = `${path} ${way.join(".")} ${what}`;
    if (said(trimmed(form.fromFile(now))) !== said(wanted)) return void found.push(`${where}: berbunyi lain`);
    const [gone, come] = between(now);
    if (!allowed(gone, come)) found.push(`${where}: ${gone.length} baris menjadi ${come.length}: ${JSON.stringify([gone, come]).slice(0, 300)}`);
  };

  const nothing = (gone, come) => gone.length === 0 && come.length === 0;
  attempt("tanpa perubahan", [], () => {}, nothing);
  const reordered = turned(data);
  if (form.toFile(reordered) !== text) found.push(`${path}: urutan isian formulir mengubah berkas`);
  for (const way of shapes.text.values()) {
    const old = get(data, way);
    const lines = (value) => value.split("\n").length;
    const flat = (value) => value.replace(/\s+/g, " ");
    for (const value of [`${old} 9`, "Petunjuk: “baru” # dan 'lama'"]) {
      attempt("diubah", way, (to) => { get(to, way.slice(0, -1))[way.at(-1)] = value; },
        (gone, come) => come.length <= lines(value) && (gone.length <= lines(old) || flat(gone.join(" ")).includes(flat(old))));
    }
  }
  for (const way of shapes.list.values()) {
    const fresh = (list) => (typeof list[0] === "string" ? "baru sekali" : structuredClone(list[0]));
    attempt("satu hilang di depan", way, (to) => get(to, way).shift(), (gone, come) => come.length <= 1);
    attempt("satu hilang di belakang", way, (to) => get(to, way).pop(), (gone, come) => come.length <= 1);
    attempt("satu ditambah di belakang", way, (to) => get(to, way).push(fresh(get(to, way))), (gone) => gone.length <= 1);
    attempt("satu ditambah di depan", way, (to) => get(to, way).unshift(fresh(get(to, way))), (gone) => gone.length <= 1);
  }
  for (const way of shapes.key.values()) attempt("dikosongkan", way, (to) => { delete get(to, way.slice(0, -1))[way.at(-1)]; }, (gone, come) => come.length <= 1 || way.at(-1) === "body");
  return [tried, found];
}
