// Writes a table as PDF by typst and by pdfmake, each three times, and prints the milliseconds: { "typst": [..], "pdfmake": [..] }.
// Arguments: a JSON file of rows (the first is the heading) and the folder of the fonts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
const [, , file, fonts] = process.argv;
const [heading, ...rows] = JSON.parse(readFileSync(file, 'utf8'));
const [size, runs] = [14, 3];

function typst() {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
  const cells = row => row.map(cell => `[${cell.replace(/[#$[\]*_@<>\\]/g, '\\$&')}]`).join(',');
  const table = `#table(columns: (1fr, 5fr, 3fr, 2fr, 3fr), table.header(${cells(heading)}),\n${rows.map(cells).join(',\n')})`;
  // Another title each time: the compiler remembers what it has compiled.
  return run => compiler.pdf({ mainFileContent: `#set text(font: "Sarabun", size: ${size}pt, lang: "th")\n= ${run}\n${table}` }).length;
}

function pdfmake() {
  const writer = require('pdfmake');
  writer.addFonts({ Sarabun: { normal: `${fonts}/Sarabun-Regular.ttf`, bold: `${fonts}/Sarabun-Bold.ttf` } });
  writer.setLocalAccessPolicy?.(() => true);
  return async run => (await writer.createPdf({
    defaultStyle: { font: 'Sarabun', fontSize: size },
    content: [{ text: `${run}` }, { table: { headerRows: 1, widths: [40, '*', 90, 50, 100], body: [heading, ...rows] } }],
  }).getBuffer()).length;
}

const times = {};
for (const [name, start] of Object.entries({ typst, pdfmake })) {
  const write = start();
  times[name] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    if (await write(run) < 1000) throw new Error(`${name} wrote next to nothing.`);
    times[name].push(performance.now() - from);
  }
}
process.stdout.write(JSON.stringify(times));
