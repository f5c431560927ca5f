// Starts the editor with the settings that the build wrote, and hands it files in a form that keeps what nobody changed.
import { asMarkdown, asYaml } from "./bentuk.js";

const config = await (await fetch("config.json", { cache: "no-cache" })).json();
const { CMS } = window;
CMS.registerCustomFormat("yaml-utuh", "yaml", asYaml());
CMS.registerCustomFormat("utuh-frontmatter", "md", asMarkdown());
CMS.init({ config });
