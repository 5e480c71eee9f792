import type { Language } from '../../../domain/round/roster';
import { shellWord } from '../terminal/shell';

export interface InitWords {
  folder: string;
  example: string;
  plan: (path: string) => string;
  keys: (people: number, folder: string) => string;
  /** What to do next, one line each. */
  next: (plan: string) => string[];
  nextWithKeys: (plan: string, keys: string, person: string) => string[];
}

const chinese: InitWords = {
  folder: '方案所在的文件夹，没有即新建',
  example: '用 2021 年的示例轮次，并为每个人生成密钥',
  plan: (path) => `方案已写入 ${path}`,
  keys: (people, folder) => `${people} 人的私钥已写入 ${folder}；仅供演练，真实轮次由各人自行生成。`,
  next: (plan) => [
    '接下来：',
    `  1. 按其中的说明改成本单位的内容：${plan}`,
    '  2. 各人用 rectify keygen --as <人员编号> 生成密钥，把公钥写在名册中其本人之下',
    `  3. rectify import ${shellWord(plan)} --dry-run`,
  ],
  nextWithKeys: (plan, keys, person) => [
    '接下来：',
    `  rectify import ${shellWord(plan)}`,
    `  export RECTIFY_KEYS=${shellWord(keys)}`,
    `  rectify inbox --as ${person}`,
  ],
};

const english: InitWords = {
  folder: 'the folder of the plan; made if it is not there',
  example: 'the example round of 2021 instead, with a new key for everybody',
  plan: (path) => `The plan is in ${path}`,
  keys: (people, folder) =>
    `The keys of ${people} people are in ${folder}; for a trial only: in a real round everybody makes his own.`,
  next: (plan) => [
    'Next:',
    `  1. Fill it in, as its comments say: ${plan}`,
    '  2. Everybody makes a key with rectify keygen --as <person>; its public half goes under him in the roster',
    `  3. rectify import ${shellWord(plan)} --dry-run`,
  ],
  nextWithKeys: (plan, keys, person) => [
    'Next:',
    `  rectify import ${shellWord(plan)}`,
    `  export RECTIFY_KEYS=${shellWord(keys)}`,
    `  rectify inbox --as ${person}`,
  ],
};

export const INIT: Record<Language, InitWords> = { 'zh-CN': chinese, en: english };
