const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文温欧辛尚章施伍殷颜倪季聂焦庞邢樊岳翟梅庄柳路申纪俞柴齐安童耿牛葛游左包涂蓝盛骆甘鲍柯宁桂祝符关谷成苗屈费项詹阮应卓霍解单裴娄冉蒲房';
const DOUBLE = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|端木|南宫';

/** A family name as part of a regular expression: the common ones, single and double. */
export const SURNAME = `(?:${DOUBLE}|[${SINGLE}])`;
