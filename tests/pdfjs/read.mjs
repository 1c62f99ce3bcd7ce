// Prints the text of each page of a PDF as Firefox copies it, a JSON string a line.
import { readFileSync } from 'node:fs';

console.log = console.error; // what the library warns of is none of it
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const pdf = await getDocument({
  data: new Uint8Array(readFileSync(process.argv[2])), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, useSystemFonts: false,
}).promise;
for (let number = 1; number <= pdf.numPages; number++) {
  const text = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true });
  process.stdout.write(`${JSON.stringify(text.items.map(item => item.str + (item.hasEOL ? '\n' : '')).join(''))}\n`);
}
