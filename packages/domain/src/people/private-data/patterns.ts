import { isCreditCode } from '../credit-code.ts';
import { isBankCard } from './bank-card.ts';
import { isIdNumber } from './id-number.ts';
import { SURNAME } from './surnames.ts';

/** In the order in which they claim a place: what is more telling comes first. */
export const PRIVATE_KINDS = [
  'email',
  'id_number',
  'bank_card',
  'wechat',
  'qq',
  'mobile',
  'landline',
  'plate',
  'name',
] as const;

export type PrivateKind = (typeof PRIVATE_KINDS)[number];

/** The group `value` is what is private; what stands around it only tells what it is. */
type Pattern = { readonly shape: RegExp; readonly isIt?: (value: string) => boolean };

const GAP = '[ .·-]?';
const NOT_A_NUMBER_OF_PAPERS =
  '(?<!(?:编号|单号|文号|案号|流水号|合同号|受理号|发票号|工单号?|订单号?|证号|批号|许可证|执照)[码为是]?[:\\s]?(?:第)?)';
const NOT_AN_AMOUNT = '(?!(?:\\.\\d+)?\\s?(?:万|亿|元|块|米|吨|平方|公里|㎡|%))';
const ALONE_BEFORE = '(?<![0-9A-Za-z])';
const ALONE_AFTER = '(?![0-9A-Za-z])';
const SAID = '[号码为是：: ]{0,4}';

export const PATTERNS: Readonly<Record<PrivateKind, readonly Pattern[]>> = {
  email: [
    {
      shape:
        /(?<![A-Za-z0-9._%+-])(?<value>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24})/g,
    },
  ],
  id_number: [
    {
      shape: new RegExp(
        `${ALONE_BEFORE}(?<value>[1-8]\\d{5}${GAP}\\d{4}${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d{3}[\\dXx])${ALONE_AFTER}`,
        'g',
      ),
      isIt: (value) => isIdNumber(value.toUpperCase()),
    },
    {
      shape:
        /身份证(?:号码?|件号)?[为是:：\s]{0,3}(?<value>[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)/g,
    },
  ],
  bank_card: [
    {
      shape: new RegExp(
        `${NOT_A_NUMBER_OF_PAPERS}${ALONE_BEFORE}(?<value>[3-9]\\d{3}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?)${ALONE_AFTER}${NOT_AN_AMOUNT}`,
        'g',
      ),
      isIt: (value) => isBankCard(value) && !isCreditCode(value),
    },
  ],
  wechat: [
    {
      shape: new RegExp(
        `(?:微信|威信|薇信|(?<![A-Za-z])(?:wechat|vx|wx))(?:同?号码?|账号|id)?[为是：: ]{1,3}(?<value>[a-z][-_a-z0-9]{5,19}|[1-9]\\d{4,10})${ALONE_AFTER}${NOT_AN_AMOUNT}`,
        'gi',
      ),
    },
    {
      shape: new RegExp(
        `(?:微信号码?|(?<![A-Za-z])(?:vx|wx))(?<value>[a-z]*[-_0-9][-_a-z0-9]{4,19})${ALONE_AFTER}`,
        'gi',
      ),
    },
  ],
  qq: [
    {
      shape: new RegExp(
        `(?:(?<![A-Za-z])qq|扣扣|企鹅号)(?:群|账号)?${SAID}(?<value>[1-9]\\d{4,10})(?!@)${ALONE_AFTER}${NOT_AN_AMOUNT}`,
        'gi',
      ),
    },
  ],
  mobile: [
    {
      shape: new RegExp(
        `${NOT_A_NUMBER_OF_PAPERS}(?:${ALONE_BEFORE}|(?<=(?<![A-Za-z])(?:tel|phone|mobile|call)))(?<value>(?:\\+?(?:00)?86${GAP})?1(?:3\\d|4[0-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])${GAP}\\d${GAP}\\d{3}${GAP}\\d{4}|(?:\\+?(?:00)?86${GAP})?1(?:3\\d|4[0-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])\\d${GAP}\\d{4}${GAP}\\d{3})${ALONE_AFTER}${NOT_AN_AMOUNT}`,
        'gi',
      ),
    },
  ],
  landline: [
    {
      shape: new RegExp(
        `${NOT_A_NUMBER_OF_PAPERS}(?<![0-9A-Za-z-])(?<value>\\(?0(?:10|2\\d|[3-9]\\d{2})\\)?[ -]?[2-8]\\d{2,3}[ -]?\\d{4})(?![0-9A-Za-z])${NOT_AN_AMOUNT}`,
        'g',
      ),
    },
    {
      shape: new RegExp(
        `(?:电话|座机|固话|家电|联系方式|致电|来电|拨打|传真)${SAID}(?<value>[2-8]\\d{2,3}[ -]?\\d{4})(?![0-9A-Za-z])${NOT_AN_AMOUNT}`,
        'g',
      ),
    },
  ],
  plate: [
    {
      shape:
        /(?<value>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ .·•-]?(?:[A-HJ-NP-Z0-9]{4}[学警挂港澳]|[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF]|[A-HJ-NP-Z0-9]{5}))(?![A-Za-z0-9])/gi,
      isIt: (value) => /\d.*\d/.test(value),
    },
  ],
  name: [
    {
      shape: new RegExp(
        `(?:我叫|我名叫|我的名字叫|我的名字是|本人叫|本人姓名|(?:姓名|联系人|反映人|投诉人|举报人|申请人|来信人|落款)[:：为是]\\s?|我名|本人(?=${SURNAME}[\\u4e00-\\u9fff]{1,2}[,，]))[:：为是]?\\s?(?<value>${SURNAME}(?!先生|女士|小姐|同志|请)[\\u4e00-\\u9fff]{1,2})(?=$|[\\s,，。.、;；:：!！?？()（）<>《》/\\d]|[男女是家住于在因想要有从曾系现]|电话|手机|身份证|今年|联系|来自|反映|先生|女士|同志)`,
        'g',
      ),
    },
  ],
};
