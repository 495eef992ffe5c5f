import { expect, it, test } from 'vitest';
import { findPrivateData, hidePrivateData } from './private-data.ts';

const found = (text: string) =>
  findPrivateData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

test.each([
  ['请打13800138000联系我', ['mobile 13800138000']],
  ['手机号：138-0013-8000，谢谢', ['mobile 138-0013-8000']],
  ['手机 138 0013 8000', ['mobile 138 0013 8000']],
  ['+86 13800138000', ['mobile +86 13800138000']],
  ['8613800138000', ['mobile 8613800138000']],
  ['tel13800138000', ['mobile 13800138000']],
  ['１３８００１３８０００', ['mobile １３８００１３８０００']],
  ['一三八零零一三八零零零', ['mobile 一三八零零一三八零零零']],
  ['138\u200b0013\u200b8000', ['mobile 138\u200b0013\u200b8000']],
  ['13800138000/13900139000', ['mobile 13800138000', 'mobile 13900139000']],
  ['家里是0731-85123456。', ['landline 0731-85123456']],
  ['(010)62345678', ['landline (010)62345678']],
  ['电话：8512345', ['landline 8512345']],
  ['座机85123456', ['landline 85123456']],
  ['身份证11010119900307803X', ['id_number 11010119900307803X']],
  ['身份证号 110101 1990 0307 8515', ['id_number 110101 1990 0307 8515']],
  ['身份证号码：110101900307851', ['id_number 110101900307851']],
  ['打到6222021234567890128上', ['bank_card 6222021234567890128']],
  ['卡号6222 0212 3456 7890 128', ['bank_card 6222 0212 3456 7890 128']],
  ['4111-1111-1111-1111', ['bank_card 4111-1111-1111-1111']],
  ['车牌湘A12345堵门', ['plate 湘A12345']],
  ['粤B·D12345', ['plate 粤B·D12345']],
  ['京A1234警', ['plate 京A1234警']],
  ['邮箱zhang.san@example.com.cn，', ['email zhang.san@example.com.cn']],
  ['12345678@qq.com', ['email 12345678@qq.com']],
  ['QQ：123456789', ['qq 123456789']],
  ['加qq12345678', ['qq 12345678']],
  ['微信号wxid_abc123', ['wechat wxid_abc123']],
  ['微信：zhangsan88', ['wechat zhangsan88']],
  ['vx13800138000', ['wechat 13800138000']],
  ['微信同号13800138000', ['mobile 13800138000']],
  ['我叫张三丰，男，', ['name 张三丰']],
  ['我叫欧阳小明，', ['name 欧阳小明']],
  ['联系人：李四', ['name 李四']],
  ['我叫杨柳来自农村', ['name 杨柳']],
  ['本人唐铁有，是本地人', ['name 唐铁有']],
  ['姓名：王小明 电话：13800138000', ['name 王小明', 'mobile 13800138000']],
])('finds what is private in %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '2026年10月13日上午9:30到窗口，2026-10-13 09:30:00',
  '20261013093000',
  '金额13800138000元',
  '13800138000.00元的合同',
  '统一社会信用代码914403001922038216',
  '统一社会信用代码91350100M000100Y43',
  '受理编号：13800138000',
  '豫政办〔2026〕12号文件，工单号20261013000012',
  '合同编号6222021234567890128',
  '请打12345或400-800-1234',
  '注册资本5000000元',
  '门牌号1380013800',
  '身份证110101199003078031少一位校验',
  '6222021234567890123卡号写错',
  '营业执照上的沪ICP备2026001234号',
  '粤B2-20260001',
  '豫A区块的手续',
  '微信支付10000元，微信公众号发了通知',
  '我叫他们来看，他们不来',
  '138****8000',
  '依据其本人申请，投诉人：向先生',
  '版本1.2.3.4，网址www.example.com',
  '第3标段K12+345至K13+800',
])('leaves %j alone', (text) => {
  expect(found(text)).toEqual([]);
});

it('hides what it finds and the words it is told', () => {
  expect(hidePrivateData('赵大伟说：打13800138000，或写a@b.cn，赵大伟', ['赵大伟', ' ', ''])).toBe(
    '***说：打***，或写***，***',
  );
});

it('keeps a text without private data as it is', () => {
  expect(hidePrivateData('材料交了三次，窗口都说不齐。')).toBe('材料交了三次，窗口都说不齐。');
});

it('keeps surrogate pairs whole around what it hides', () => {
  expect(hidePrivateData('𠮷😀13800138000😀𠮷')).toBe('𠮷😀***😀𠮷');
});

it('reads 10,000 characters of nearly private data quickly', { timeout: 3000 }, () => {
  for (const piece of [
    '1380013',
    'a.b-c@',
    '6222 0212 ',
    '豫A1234',
    '微信号_a',
    '我叫张',
    '0731-',
    '一三八零零',
  ])
    findPrivateData(piece.repeat(Math.ceil(10_000 / piece.length)));
});
