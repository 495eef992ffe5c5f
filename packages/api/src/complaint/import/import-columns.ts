import { FileFault } from './file-fault.ts';

/** What a column of a file may hold. */
export const IMPORT_FIELDS = [
  'id',
  'title',
  'body',
  'submitted_at',
  'name',
  'phone',
  'email',
  'place',
  'category',
  'wish',
  'enterprise_name',
  'credit_code',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const NEEDED_FIELDS: readonly ImportField[] = ['id', 'title', 'body'];

/** Headers seen in exports of hotline and message-board platforms, in lower case, without spaces and punctuation. */
const KNOWN: Readonly<Record<ImportField, readonly string[]>> = {
  id: ['id', '编号', '工单号', '工单编号', '留言编号', '诉求编号', '受理编号', '流水号'],
  title: ['title', 'subject', '标题', '主题', '留言主题', '诉求标题', '工单标题'],
  body: [
    'body',
    'content',
    'text',
    '内容',
    '诉求内容',
    '留言详情',
    '反映内容',
    '工单内容',
    '诉求描述',
    '详情',
  ],
  submitted_at: [
    ...['submittedat', 'createdat', 'time', 'date', 'datetime'],
    ...['时间', '日期', '提交时间', '留言时间', '反映时间', '受理时间', '来电时间', '登记时间', '创建时间'],
  ],
  name: ['name', 'author', '姓名', '反映人', '来电人', '诉求人', '联系人', '留言用户', '市民姓名'],
  phone: [
    'phone',
    'tel',
    'telephone',
    'mobile',
    '电话',
    '手机',
    '手机号',
    '联系电话',
    '来电号码',
    '联系方式',
    '电话号码',
  ],
  email: ['email', 'mail', '邮箱', '电子邮箱', '电子邮件'],
  place: ['place', 'address', 'location', '地址', '地点', '事发地点', '事发地址', '发生地点', '诉求地点'],
  category: ['category', 'class', '分类', '类别', '诉求类别', '诉求分类', '问题分类', '一级标签', '一级分类'],
  wish: ['wish', 'request', '诉求目的', '期望', '期望结果', '诉求请求'],
  enterprise_name: ['enterprisename', 'enterprise', 'company', '企业', '企业名称', '单位名称', '公司名称'],
  credit_code: ['creditcode', '统一社会信用代码', '信用代码'],
};

export type ImportColumns = {
  /** Where each field is found; a field that the file does not have is missing. */
  readonly at: ReadonlyMap<ImportField, number>;
  /** The file's own headers, in order. */
  readonly headers: readonly string[];
  /** Headers that nothing is taken from. */
  readonly ignored: readonly string[];
};

/**
 * Finds the fields by the first line of a file, or by the headers that were named for them. Throws `FileFault` for a
 * required field without column and for a name that is not there. `isOnlyNamed`: none is found by itself.
 */
export function importColumns(
  first: readonly string[],
  named: Readonly<Record<string, string>> = {},
  isOnlyNamed = false,
): ImportColumns {
  const headers = first.map((header) => header.trim());
  const at = new Map<ImportField, number>();
  for (const [field, header] of Object.entries(named)) {
    if (!isField(field))
      throw new FileFault('file_unknown_field', { field, known: IMPORT_FIELDS.join(', ') });
    const index = headers.indexOf(header.trim());
    if (index === -1) throw new FileFault('file_without_header', { header, headers: headers.join(', ') });
    at.set(field, index);
  }
  const taken = new Set(at.values());
  for (const field of isOnlyNamed ? [] : IMPORT_FIELDS.filter((one) => !at.has(one))) {
    const index = headers.findIndex((header, one) => !taken.has(one) && KNOWN[field].includes(plain(header)));
    if (index === -1) continue;
    at.set(field, index);
    taken.add(index);
  }
  const missing = NEEDED_FIELDS.filter((field) => !at.has(field));
  if (missing.length > 0)
    throw new FileFault('file_without_column', { fields: missing.join(', '), headers: headers.join(', ') });
  return { at, headers, ignored: headers.filter((header, index) => !taken.has(index) && header !== '') };
}

/** What the headers look like, without asking for anything to be there: field → header. */
export function guessColumns(headers: readonly string[]): Readonly<Partial<Record<ImportField, string>>> {
  const guesses: Partial<Record<ImportField, string>> = {};
  const taken = new Set<string>();
  for (const field of IMPORT_FIELDS) {
    const header = headers.find((one) => !taken.has(one) && KNOWN[field].includes(plain(one)));
    if (header === undefined) continue;
    guesses[field] = header;
    taken.add(header);
  }
  return guesses;
}

function isField(text: string): text is ImportField {
  return (IMPORT_FIELDS as readonly string[]).includes(text);
}

function plain(header: string): string {
  return header.toLowerCase().replace(/[\s_\-.:：（）()*]/g, '');
}
