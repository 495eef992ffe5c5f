import { PAPER_WORDS } from '../bulletin/first-papers.ts';

/** The words of an annual report (年度工作报告); every number in them is a variable. Papers exist in Chinese alone. */
export const ANNUAL_FORM = {
  head: '开发区督查考核办公室文件',
  title: '{year}年“办不成事”反映和督查督办工作年度报告',
  recipients: '园区领导，各部门',
  issuer: '开发区督查考核办公室',
  openNote: '（此件公开发布）',
  draftNote: '（本年度尚未结束，数据截至{cut_day}，不作为定稿）',
  sections: [
    {
      heading: null,
      paragraphs: [
        '现将{year}年“办不成事”反映和督查督办工作情况报告如下。统计时间为{year}年1月1日至{cut_day}。',
      ],
    },
    {
      heading: '诉求接收情况',
      paragraphs: [
        '全年接收诉求{received}件，其中网上{received_portal}件、窗口{received_walk_in}件、电话{received_phone}件、12345转办{received_transfer_12345}件、接口{received_api}件。',
      ],
    },
    {
      heading: '受理情况',
      paragraphs: [
        '受理{accepted}件，当场办结{settled}件，并案{merged}件，反映人撤回{withdrawn}件，不予受理{declined}件。',
        '不予受理的原因：咨询{declined_consultation}件，信访事项{declined_petition}件，诉讼仲裁{declined_court}件，不属本区管辖{declined_other_jurisdiction}件，紧急事项转有关单位{declined_emergency}件，没有具体事实{declined_no_facts}件。',
      ],
    },
    {
      heading: '办理和答复情况',
      paragraphs: [
        '答复{answered}件，其中已解决{answered_solved}件、解释说明{answered_explained}件、依法不能办理{answered_not_permitted}件。自提交至首次答复平均{average_days}天（自然日）。',
        '督办事项销号{struck_off}件，其中按期销号{struck_on_time}件，按期率{on_time_rate}。',
      ],
    },
    {
      heading: '评价情况',
      paragraphs: [
        '收到评价{rated}件：非常满意{rated_very_satisfied}件、满意{rated_satisfied}件、基本满意{rated_basically_satisfied}件、不满意{rated_dissatisfied}件、非常不满意{rated_very_dissatisfied}件。未作评价的不计为满意。',
      ],
    },
  ],
  words: PAPER_WORDS,
} as const;
