/** How a problem is named: `针对……问题`, with its own words in the group. On text in half width. */
export const FRAME = /^(?:针对|关于|对于|就)(.{2,200}?)问题(?=$|[,。:;!、\s]|(?:的)?整改|一是)/;

/** Only says where something stands, so that the problem is not what comes before it. */
const HOLLOW = /(?:存在|发现|反馈|突出|主要|指出|方面|提出)的?$/;

/** Words with which an inspection ends the name of a problem. */
const PROBLEM_END =
  /(?:不[^,。;的]{1,6}|未[^,。;的]{1,12}|没有[^,。;的]{1,12}|缺[乏失位少]|缺陷|薄弱(?:环节)?|滞后|迟缓|缓慢|漏洞|差距|风险|隐患|短板|弱化|淡化|虚化|流于形式|走过场|违规[^,。;]{0,12}|超标[^,。;]{0,8}|随意[^,。;]{0,4}|混乱|松懈|欠缺|欠账|偏[低软弱差]|乏力|问题)$/;

const DONE = /整改(?:情况|措施|进展|落实情况|结果|成效|举措)(?:如下)?[:。]/;

/** Sections of a report that hold no problems. */
const NO_PROBLEMS =
  /下一步|下步|今后|工作(?:打算|安排|计划|要求|目标|原则)|组织(?:领导|实施|保障|情况)|总体(?:情况|要求)|指导思想|保障措施|基本情况|方法步骤|实施步骤|附件|统领/;

export const holdsNoProblems = (title: string): boolean => NO_PROBLEMS.test(title);

const isQuotedWhole = (text: string): boolean => /^[“"「][^”"」]*[”"」]$/.test(text);

/** What was quoted within the quotation has double marks again (GB/T 15834-2011, 4.8). */
const unquoted = (text: string): string =>
  isQuotedWhole(text) ? text.slice(1, -1).replace(/‘([^‘’]*)’/g, '“$1”') : text;

/** The name of a problem without what only frames it: `“甲”问题` and `关于甲的问题` are 甲. */
export const nameOfProblem = (words: string, framed: boolean): string => {
  const plain = words.replace(/(?<![\s,，。;；:：、.．])[\s,，。;；:：、.．]+$/, '');
  const short = plain.replace(framed ? /的?问题?$/ : /的问题$/, '');
  const named = HOLLOW.test(short) ? plain : framed ? short.replace(/的$/, '') : short;
  return unquoted(named.trim());
};

const firstSentence = (folded: string): string => /^[^\n。;:!?]*/.exec(folded)?.[0]?.trim() ?? '';

/** Whether the first words are such as name a problem. */
export const endsLikeProblem = (folded: string): boolean => {
  const sentence = firstSentence(folded);
  return sentence.length <= 120 && PROBLEM_END.test(sentence.replace(/[,、.]$/, ''));
};

/** Whether something numbered states a problem: by its frame, by what follows it, or by its last words. */
export const statesProblem = (folded: string): boolean => {
  const head = folded.slice(0, 400);
  return FRAME.test(head.replaceAll('\n', '')) || DONE.test(head.slice(0, 200)) || endsLikeProblem(head);
};

const LEADS_ON = /(?<![\s:。])[\s。]*:[\s:。]*$|(?:如下|措施)[\s:。]*$/;

/** Whether words only lead to the list that follows them. */
export const leadsToList = (folded: string): boolean => LEADS_ON.test(folded);
