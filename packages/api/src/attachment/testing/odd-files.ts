import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photo as a phone takes it: lying on its side, with its place and its device in EXIF. */
export function aPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 200, channels: 3, background: '#c33' } })
    .withExif({
      IFD0: { Make: 'PLANTED-DEVICE' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 49/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 25/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A PNG of a few kilobytes that says and holds `side` × `side` pixels of one bit. */
export function anImageBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32BE(data.length), body, uint32BE(crc32(body))]);
}

export function aPdf(): Buffer {
  return Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
}

const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** A Word file with one page, and with further parts where they are given. `saidSize` lies about how large a part is. */
export function aDocx(parts: Readonly<Record<string, Buffer>> = {}, saidSize?: number): Buffer {
  const page = Buffer.from('<w:document xmlns:w="w"><w:body/></w:document>');
  return aZip(
    { '[Content_Types].xml': Buffer.from(CONTENT_TYPES), 'word/document.xml': page, ...parts },
    saidSize,
  );
}

/** A zip archive. `saidSize`: what its directory says of parts over a megabyte. */
export function aZip(parts: Readonly<Record<string, Buffer>>, saidSize?: number): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(parts)) {
    const packed = deflateRawSync(data, { level: 9 });
    const size = saidSize !== undefined && data.length > 1_000_000 ? saidSize : data.length;
    const facts = Buffer.concat([
      ...[uint16(20), uint16(0x800), uint16(8), uint16(0), uint16(0x21)],
      ...[
        uint32(crc32(data)),
        uint32(packed.length),
        uint32(size),
        uint16(Buffer.byteLength(name)),
        uint16(0),
      ],
    ]);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed]);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        uint16(20),
        facts,
        Buffer.alloc(10),
        uint32(offset),
        Buffer.from(name),
      ]),
    );
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const count = uint16(directory.length);
  const end = [
    Buffer.from('PK\u0005\u0006'),
    Buffer.alloc(4),
    count,
    count,
    uint32(listed.length),
    uint32(offset),
    uint16(0),
  ];
  return Buffer.concat([...files, listed, ...end]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint32BE(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
