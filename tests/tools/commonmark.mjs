// Reads a JSON array of texts from standard input, and writes one of their HTML by CommonMark, with tables of GitHub, footnotes, lists of
// definitions and abbreviations.
import MarkdownIt from "markdown-it";
import abbr from "markdown-it-abbr";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { readFileSync } from "node:fs";

const markdown = new MarkdownIt().disable("strikethrough").use(footnote).use(deflist).use(abbr);
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(text => markdown.render(text))));
