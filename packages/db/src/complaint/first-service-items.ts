/** Service items by top category: Chinese name, English name. */
export const FIRST_SERVICE_ITEM_ROWS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  enterprise: [
    ['企业设立登记', 'Registration of an enterprise'],
    ['企业变更登记（备案）', 'Change of registration'],
    ['企业注销登记', 'Deregistration'],
    ['公章刻制备案', 'Company seal'],
  ],
  project: [
    ['企业投资项目备案', 'Filing of an investment project'],
    ['建筑工程施工许可证核发', 'Construction permit'],
    ['施工图设计文件审查', 'Review of working drawings'],
    ['工程竣工联合验收', 'Joint acceptance of completed works'],
  ],
  tax: [
    ['纳税申报与发票领用', 'Tax returns and invoices'],
    ['增值税留抵退税', 'Refund of VAT credits'],
    ['税收优惠备案与核准', 'Tax reliefs'],
    ['税务注销清税', 'Tax clearance'],
  ],
  labour: [
    ['社会保险参保登记', 'Enrolment in social insurance'],
    ['社会保险关系转移接续', 'Transfer of social insurance'],
    ['工伤认定与待遇申领', 'Work injury and benefits'],
    ['人才认定与补贴申领', 'Talent recognition and subsidies'],
    ['外国人工作许可', 'Work permit for foreigners'],
  ],
  property: [
    ['国有建设用地使用权及房屋所有权登记', 'Registration of land use and ownership'],
    ['不动产抵押登记', 'Mortgage registration'],
    ['不动产登记资料查询与更正', 'Search and correction of records'],
  ],
  planning: [
    ['建设工程规划许可证核发', 'Planning permit'],
    ['建设工程规划核实', 'Planning verification'],
    ['人才公寓申请', 'Talent flat'],
    ['住宅专项维修资金使用', 'Use of repair funds'],
  ],
  market: [
    ['食品经营许可', 'Food licence'],
    ['药品、医疗器械经营许可', 'Drug and device licences'],
    ['特种设备使用登记', 'Registration of special equipment'],
    ['经营异常名录移出与信用修复', 'Removal from the list of abnormal operations'],
  ],
  environment: [
    ['建设项目环境影响评价审批', 'Environmental impact approval'],
    ['排污许可', 'Discharge permit'],
    ['危险废物管理备案', 'Filing on hazardous waste'],
  ],
  city: [
    ['占道、挖掘城市道路许可', 'Street occupation and road opening'],
    ['户外广告设置许可', 'Outdoor signs'],
    ['建筑垃圾处置核准', 'Construction spoil'],
  ],
  utility: [
    ['用电报装', 'Electricity connection'],
    ['供水、排水报装', 'Water and drainage connection'],
    ['燃气报装', 'Gas connection'],
    ['通信与宽带报装', 'Telecommunications'],
  ],
  policy: [
    ['惠企资金申报', 'Application for business support'],
    ['高新技术企业奖补兑现', 'Rewards for high-tech enterprises'],
    ['招商协议条款兑现', 'Fulfilment of an investment agreement'],
  ],
  people: [
    ['义务教育入学报名', 'School enrolment'],
    ['医疗保险报销', 'Health insurance claims'],
    ['居住证办理', 'Residence permit'],
    ['社会救助申请', 'Social assistance'],
  ],
};
