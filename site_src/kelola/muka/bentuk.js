// The two forms of our files, YAML and Markdown with a head, as the editor reads and writes them.
import { baca, gabung } from "./utuh.js";

const ORIGIN = "asal_berkas";
const HEAD = /^---\r?\n([\s\S]*?)\n---[^\S\n]*\n?([\s\S]*)$/;
const texts = new Map();

/** Remember a text; its number travels with the entry in a hidden field and never reaches a file. */
function remembered(text, data) {
  const number = String(texts.size + 1);
  texts.set(number, text);
  return { ...data, [ORIGIN]: number };
}

export function asYaml() {
  return {
    fromFile: (text) => remembered(text, baca(text)),
    toFile: ({ [ORIGIN]: number, ...data }) => gabung(texts.get(number) ?? "", data),
  };
}

export function asMarkdown() {
  return {
    fromFile: (text) => {
      const [, head, body] = HEAD.exec(text) ?? [text, "", text];
      return remembered(text, { ...baca(head), body: body.trim() });
    },
    toFile: ({ [ORIGIN]: number, body = "", ...data }) => {
      const [, head, old] = HEAD.exec(texts.get(number) ?? "") ?? ["", "", ""];
      const kept = old.trim() === body.trim() ? old : `${/^\n*/.exec(old || "\n")[0]}${body.trim()}\n`;
      return `---\n${gabung(head, data).trimEnd()}\n---\n${kept}`;
    },
  };
}
