import { createServer } from 'node:http';
import { randomBytes, randomUUID } from 'node:crypto';
import process from 'node:process';
import pg from 'pg';

// The ceiling of filing: a bare Node server that writes the rows of one complaint, as the portal fills them, in one prepared
// statement.
const [port, databaseUrl] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl ?? '', max: 32 });
/** As long as a sealed name, telephone number and mail address. */
const [NAME, PHONE, EMAIL] = [37, 39, 41].map((bytes) => randomBytes(bytes));
const EVENT = {
  channel: 'portal',
  complainantKind: 'citizen',
  openness: 'confidential',
  reachable: true,
  matterHash: 'a'.repeat(64),
  clock: {
    ...{ kind: 'triage', start: { date: '2026-10-12', half: 'pm' }, pauses: [], workingDays: 0.5 },
    due: { date: '2026-10-13', half: 'am', provisional: false },
  },
};
const TRIED = { desk: '二楼12号窗口', trips: 4 };
const ANSWERS = [
  {
    code: 'enterprise-q1',
    question: '在哪里办的',
    questionEn: 'Where',
    answer: '办事大厅',
    answerEn: 'Hall',
  },
  {
    code: 'enterprise-q2',
    question: '怎样告知的',
    questionEn: 'How told',
    answer: '口头',
    answerEn: 'Orally',
  },
];
/** The words of the bench's filing as the search keeps them. */
const WORDS =
  '经营 范围 经营范围 变更 跑 了 四趟 没 办成 经营 范围 经营范围 变更 的 材料 交了 四次 每次 要求 补 的 都 不 一样 窗口 也 不 出具 一次 一次性 告知 书 第一 一次 第一次 说 章程 要重 做 第二 二次 第二次 说 要 房东 到场 第三 三次 第三次 说 系统 没有 这 一项 第四 四次 第四次 又 退回 到 第一 一次 第一次 的 说法 公司 已经 等 了 一个 一个月 合同 因此 不能 签';

const TEXT = `
WITH filed AS (
  INSERT INTO complaint (id, tracking_number, code_hash, channel, complainant_kind, openness, is_reachable, status, round,
    clock_kind, due_on, due_half, submitted_at, title, body, tried, cause_class, wish, place, chosen_category, service_item,
    category_answers, version, head_hash, once_hash, search)
  VALUES ($1, $18, $2, 'portal', 'citizen', 'confidential', true, 'submitted', 1, 'triage', '2026-10-13', 'am', $3, $4, $5,
    $6, 'papers_again', '一次说清要什么材料', 'hall-1', 'enterprise', 'enterprise-s2', $7, 1, $8, $9,
    to_tsvector('simple', $10))
), appended AS (
  INSERT INTO event (stream, stream_id, actor, version, type, at, data, prev_hash, hash)
  VALUES ('complaint', $1, '{"kind":"complainant"}', 1, 'ComplaintSubmitted', $3, $11, $8, $8)
), contact AS (
  INSERT INTO contact (complaint_id, key_id, name, phone, email, phone_hash, locale)
  VALUES ($1, 'k1', $12, $13, $14, $15, 'zh-CN')
), origin AS (
  INSERT INTO filing_origin (complaint_id, address_hash, filed_at) VALUES ($1, $16, $3)
)
INSERT INTO pgboss.job (name, data, retry_limit, retry_backoff, retry_delay, retry_delay_max, expire_seconds)
VALUES ('notify', $17, 12, true, 15, 14400, 120)`;

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
    const hashes = randomBytes(128);
    const [code, head, phone, address] = [0, 32, 64, 96].map((from) => hashes.subarray(from, from + 32));
    const values = [
      ...[id, code, new Date(), form.get('title'), form.get('body'), JSON.stringify(TRIED)],
      ...[JSON.stringify(ANSWERS), head, Buffer.from(form.get('once') ?? ''), WORDS],
      ...[JSON.stringify({ id, trackingNumber: id, ...EVENT }), NAME, PHONE, EMAIL, phone, address],
      ...[JSON.stringify({ about: 'complaint', occasion: `${id}:1` }), id],
    ];
    pool.query({ name: 'file', text: TEXT, values }).then(
      () => answer.writeHead(303, { location: '/' }).end(),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
}).listen(Number(port), '127.0.0.1');
