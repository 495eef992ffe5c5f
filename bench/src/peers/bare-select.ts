import { createServer } from 'node:http';
import process from 'node:process';
import pg from 'pg';

// The ceiling of tracking: a bare Node server with one indexed select.
const [port, databaseUrl, trackingNumber] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl ?? '', max: 32 });

createServer((incoming, answer) => {
  if (incoming.url === '/healthz') {
    answer.end('ok');
    return;
  }
  const text = 'SELECT id, status, title, due_on FROM complaint WHERE tracking_number = $1';
  pool.query({ name: 'track', text, values: [trackingNumber] }).then(
    ({ rows }) => answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0])),
    (error: unknown) => answer.writeHead(500).end(String(error)),
  );
}).listen(Number(port), '127.0.0.1');
