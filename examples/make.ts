/**
 * Makes the packets of `examples/` and `labels.jsonl` from `examples/source`: `node examples/make.ts`.
 * Fixed seeds and dates: a rerun gives the same pages.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fax, scannedPdf, scannedPng } from '../scripts/data/scan.ts';
import { writeMail } from './making/mail.ts';
import { labelLine, type Packet, type SourceDocument } from './making/packet.ts';
import { printPdf } from './making/print.ts';
import { writeWord } from './making/word.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

async function produce(document: SourceDocument): Promise<Uint8Array | string> {
  switch (document.as) {
    case 'text':
      return document.content;
    case 'email':
      return writeMail(document);
    case 'docx':
      return writeWord(document.print);
    case 'pdf':
      return printPdf(document.print);
    case 'png':
      return scannedPng(await printPdf(document.print), document.scan);
    case 'scanned-pdf':
      return scannedPdf(await printPdf(document.print), document.scan);
    case 'fax':
      return fax(await printPdf(document.print), document.scan);
  }
}

const packets: Packet[] = [];
for (const file of readdirSync(`${HERE}source`).sort()) {
  const { packet }: { packet: Packet } = await import(`./source/${file}`);
  packets.push(packet);
}
for (const packet of packets) {
  const folder = `${HERE}${packet.id}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const document of packet.documents)
    writeFileSync(`${folder}/${document.name}`, await produce(document));
  console.log(packet.id);
}
writeFileSync(`${HERE}labels.jsonl`, packets.map(labelLine).join(''));
