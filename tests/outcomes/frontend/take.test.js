import assert from "node:assert/strict";
import test from "node:test";
import { addressOf, aloneAt, dataBeside, embedLine } from "../../../outcomes/frontend/take/address.js";
import { citation } from "../../../outcomes/frontend/take/edition.js";
import { inLines, inRows } from "../../../outcomes/frontend/take/lines.js";
import { chosen, table } from "../../../outcomes/frontend/take/table.js";

const EDITION = {
  title: "Marble thumb",
  authors: "Roe R",
  version: "1.2",
  release: "2026-01-02",
  license: "CC BY 4.0",
  terms: "https://creativecommons.org/licenses/by/4.0/",
};
const ADDRESS = "https://example.org/book/thumb.html#figure-1";
const FROM = { finding: "Most thumbs warm up", edition: EDITION, address: ADDRESS };

test("a citation says who, what, in which edition, under which license and where", () => {
  assert.equal(
    citation("Most thumbs warm up", EDITION, ADDRESS),
    `Roe R. Most thumbs warm up. In: Marble thumb, version 1.2, 2026-01-02. CC BY 4.0. ${ADDRESS}`,
  );
});

test("what a course does not say of itself is left out of its citation", () => {
  assert.equal(
    citation("Do they?", { title: "Thumbs", authors: "Roe R" }, ADDRESS),
    `Roe R. Do they? In: Thumbs. ${ADDRESS}`,
  );
});

test("each row of a table says which figure, course, edition and license it is from", () => {
  const [head, row, end] = table(["id", "value"], [["a", 12.5]], FROM).split("\r\n");
  assert.equal(head, "id,value,figure,course,edition,license,citation");
  assert.ok(row.startsWith('a,12.5,Most thumbs warm up,Marble thumb,"version 1.2, 2026-01-02",CC BY 4.0,"Roe R. Most'));
  assert.equal(end, "");
});

test("nothing is an empty cell, never a zero, and a zero is one", () => {
  assert.ok(table(["n", "events"], [[null, 0]], FROM).includes("\r\n,0,Most"));
});

for (const text of ["=1+1", "+1", "-1 to 2", "@x", "\t=1", " =1", "\n=1", "＝1"])
  test(`a spreadsheet takes ${JSON.stringify(text)} for text`, () => {
    const row = table(["measure"], [[text]], FROM).slice("measure,figure,course,edition,license,citation\r\n".length);
    assert.match(row, /^"?'/);
  });

test("a comma, a quotation mark and a line break stay within their cell", () => {
  assert.ok(table(["measure"], [['a, "b"\nc']], FROM).includes('\r\n"a, ""b""\nc",'));
});

test("a link keeps what is chosen on the figure, and not that it was shown to a room", () => {
  const chosen = "https://example.org/book/thumb.html?figure=figure-1&interval=wilson";
  assert.equal(addressOf(`${chosen}&present=figure-1#here`, "figure-1"), `${chosen}#figure-1`);
});

test("a link knows nothing of what is chosen elsewhere on the page", () => {
  assert.equal(
    addressOf("https://example.org/book/thumb.html?figure=figure-1&interval=wilson&questions=all", "figure-2"),
    "https://example.org/book/thumb.html#figure-2",
  );
});

test("a figure alone is what the view for a room shows of it", () => {
  assert.equal(
    aloneAt("file:///home/roe/thumb.html", "figure-1"),
    "file:///home/roe/thumb.html?present=figure-1#figure-1",
  );
});

test("no finding can end the line that embeds its figure", () => {
  const line = embedLine("https://example.org/thumb.html", "figure-1", '"><script>alert(1)</script> & more');
  assert.ok(line.includes('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"'));
  assert.ok(line.startsWith('<iframe src="https://example.org/thumb.html?present=figure-1#figure-1"'));
});

test("words break where a line is full, and a word that is wider than a line within itself", () => {
  const widthOf = (text) => text.length;
  assert.deepEqual(inLines("one  two three-hundred four", 8, widthOf), ["one two", "three-hu", "ndred", "four"]);
  assert.deepEqual(inLines("", 8, widthOf), []);
});

test("what has no room beside the others begins a new row", () => {
  assert.deepEqual(inRows([30, 30, 30, 200], 100, 10), [
    { x: 0, row: 0 },
    { x: 40, row: 0 },
    { x: 0, row: 1 },
    { x: 0, row: 2 },
  ]);
});

test("what is chosen is taken in the order in which it is seen, each once", () => {
  const rows = [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ];
  assert.deepEqual(chosen(rows, ["c", "a", "c", "of a document"]), [
    ["c", 3],
    ["a", 1],
  ]);
});

test("the numbers of a page are found from a folder, and from a host that adds a digest", () => {
  for (const charts of ["../_static/charts/thumb.js", "../_static/charts/thumb.js?v=0a1b"])
    assert.equal(dataBeside(charts), "../_static/charts/thumb-data.js");
});
