import { expect, it } from 'vitest';
import { readNotice } from './read-notice.ts';

// 国办发明电〔2025〕7号, as it was published.
const NOTICE_2026 = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

it('reads the notice of 2026', () => {
  const { rows, outside, faults } = readNotice(2026, NOTICE_2026);
  expect(faults).toEqual([]);
  expect(outside).toEqual([]);
  expect(rows.filter(({ kind }) => kind === 'rest')).toHaveLength(33);
  expect(rows.filter(({ kind }) => kind === 'working').map(({ date, name }) => [date, name])).toEqual([
    ['2026-01-04', '元旦'],
    ['2026-02-14', '春节'],
    ['2026-02-28', '春节'],
    ['2026-05-09', '劳动节'],
    ['2026-09-20', '国庆节'],
    ['2026-10-10', '国庆节'],
  ]);
  expect(rows[0]).toEqual({ date: '2026-01-01', kind: 'rest', name: '元旦' });
  expect(rows.at(-1)).toEqual({ date: '2026-10-10', kind: 'working', name: '国庆节' });
});

it('reads ranges over the end of a month, and tells of days of other years', () => {
  const { rows, outside } = readNotice(2023, '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。');
  expect(rows.map(({ date }) => date)).toEqual(['2023-01-01', '2023-01-02']);
  expect(outside).toEqual(['2022-12-31']);
  const may = readNotice(
    2023,
    '四、劳动节：4月29日（周六）至5月3日（周三）放假调休，共5天。4月23日（周日）、5月6日（周六）上班。',
  );
  expect(may.rows.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
    ...['2023-04-23 working', '2023-04-29 rest', '2023-04-30 rest', '2023-05-01 rest', '2023-05-02 rest'],
    ...['2023-05-03 rest', '2023-05-06 working'],
  ]);
});

it('names the line that cannot be right', () => {
  expect(readNotice(2026, '序\n一、元旦：1月1日至3日放假，共4天。').faults).toEqual([
    { line: 2, code: 'count_differs' },
  ]);
  expect(readNotice(2026, '一、春节：2月30日放假。').faults).toEqual([{ line: 1, code: 'not_a_date' }]);
  expect(readNotice(2026, '一、元旦：1月5日至1日放假。').faults).toEqual([{ line: 1, code: 'not_a_date' }]);
  expect(readNotice(2026, '一、元旦：1月1日放假。1月1日上班。').faults).toEqual([
    { line: 1, code: 'already_taken' },
  ]);
});

it('finds nothing where there is no notice', () => {
  expect(readNotice(2026, '今年放假安排另行通知，1月1日休息。')).toEqual({
    rows: [],
    outside: [],
    faults: [],
  });
});
