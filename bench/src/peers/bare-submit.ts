import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import pg from 'pg';

// The ceiling of filing: a bare Node server that writes the rows of one complaint in one prepared statement.
const [port, databaseUrl] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl ?? '', max: 32 });
const HASH = Buffer.alloc(32);
const SEALED = Buffer.alloc(60);
const CLOCK = {
  kind: 'triage',
  pauses: [],
  workingDays: 0.5,
  due: { date: '2026-10-13', half: 'am', provisional: false },
};

const TEXT = `
WITH filed AS (
  INSERT INTO complaint (id, tracking_number, code_hash, channel, complainant_kind, openness, is_reachable, status, round,
    clock_kind, due_on, due_half, submitted_at, title, body, tried, cause_class, wish, place, version, head_hash, once_hash, search)
  VALUES ($1, $2, $3, 'portal', 'citizen', 'confidential', true, 'submitted', 1, 'triage', '2026-10-13', 'am', now(), $4, $5,
    '{}', 'papers_again', '', '', 1, $3, $6, to_tsvector('simple', $5))
), appended AS (
  INSERT INTO event (stream, stream_id, actor, version, type, at, data, prev_hash, hash)
  VALUES ('complaint', $1, '{}', 1, 'ComplaintSubmitted', now(), $7, $3, $3)
), contact AS (
  INSERT INTO contact (complaint_id, key_id, name, phone, email, phone_hash) VALUES ($1, 'k1', $8, $8, $8, $3)
)
INSERT INTO pgboss.job (name, data) VALUES ('notify', $9)`;

createServer((incoming, answer) => {
  if (incoming.method === 'GET') {
    answer.end('ok');
    return;
  }
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const id = randomUUID();
    const once = Buffer.from(form.get('once') ?? '');
    const body = form.get('body') ?? '';
    const values = [
      id,
      id,
      HASH,
      form.get('title'),
      body,
      once,
      JSON.stringify({ id, clock: CLOCK }),
      SEALED,
      '{}',
    ];
    pool.query({ name: 'file', text: TEXT, values }).then(
      () => answer.writeHead(303, { location: '/' }).end(),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
}).listen(Number(port), '127.0.0.1');
