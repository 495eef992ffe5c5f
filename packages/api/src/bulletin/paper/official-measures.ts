/** Millimetres and points in twentieths of a point, as Word measures. */
const mm = (length: number) => Math.round((length * 1440) / 25.4);
export const pt = (length: number) => Math.round(length * 20);

/** A4 with a type area of 156 × 225 mm: head 37 mm, binding edge 28 mm. Source: GB/T 9704-2012, 5.1 and 5.2. */
export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(23) },
} as const;
export const TYPE_WIDTH = mm(156);
export const TYPE_HEIGHT = mm(225);

/** 22 lines of 28 characters: 28 pt from line to line, each character of 16 pt drawn a quarter of a point closer. Source: 5.2.3. */
export const LINE = pt(28);
export const CLOSER = -5;
export const CHARACTER = 16 - 0.25;

/** From the upper edge of the type area to the head of the paper. Source: 7.2.4. */
export const ABOVE_HEAD = mm(35);

/** Sizes in half points. Source: 5.2.2 and 7.2 to 7.5. */
export const SIZE = { title: 44, body: 32, small: 28, table: 21 } as const;

/** Typefaces of official papers. Where one is not there, the font table names what comes next. Source: 5.2.2, 7.3. */
export const FACE = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  number: '宋体',
} as const;

/** Digits and Latin script between the characters; with characters of the same width they would look spaced out. */
export const LATIN = 'Times New Roman';

/** For each typeface what may stand in for it, the nearest first. */
export const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  [FACE.title]: [
    'FZXiaoBiaoSong-B05S',
    '华文中宋',
    '宋体',
    'SimSun',
    'Noto Serif CJK SC',
    'Source Han Serif SC',
  ],
  [FACE.body]: [
    '仿宋',
    'FangSong',
    'FangSong_GB2312',
    'STFangsong',
    'Noto Serif CJK SC',
    'Source Han Serif SC',
  ],
  [FACE.heading]: ['SimHei', 'Noto Sans CJK SC', 'Source Han Sans SC'],
  [FACE.number]: ['SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC'],
};
