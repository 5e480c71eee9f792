import type { NamedPerson } from '../../trouble/trouble';
import type { KeysWords } from '../words/keys';

const list = (people: readonly NamedPerson[]) => people.map(({ id, name }) => `${id}（${name}）`).join('、');

export const KEYS: KeysWords = {
  head: { person: '编号', name: '姓名', kid: '公钥编号（kid）', outcome: '方案', file: '文件' },
  outcome: { added: '已登记', unchanged: '原已登记', replaced: '已更换' },
  refused: (files) => `以下 ${files} 个文件未登记：`,
  fault: {
    'private-half': ({ kid }) =>
      `这是私钥${kid === undefined ? '' : `（${kid}）`}！私钥已离开本人的电脑，这把密钥不能再用：请在所有收发过的地方删除此文件，并请本人用 rectify keygen 重新生成，只发送屏幕上输出的公钥。`,
    'no-key': () => '其中没有公钥；请对方以文字形式发送 rectify keygen 的输出。',
    'several-keys': () => '其中不止一个公钥；请每人每个文件只发一个。',
    'damaged-key': () =>
      '公钥不完整或有误（kid 与 x 不对应，或 x 不是有效的公钥）；请对方重新完整复制后再发。',
    unreadable: () => '文件无法读取。',
    'unknown-person': ({ said, near }) =>
      `名册中没有“${said}”。${near.length > 0 ? `相近的有：${list(near)}。` : ''}请把文件名改为本人的编号或姓名。`,
    'ambiguous-person': ({ people }) => `可能是 ${list(people)}；请把文件名改为本人的编号。`,
    'names-differ': ({ people }) => `文件名与内容所写的不是同一人：${list(people)}。请核实是谁的公钥。`,
    'two-keys': ({ people, kid }) =>
      `${list(people)} 发来了不同的公钥；请只保留在用的一个文件（此文件为 ${kid}）。`,
    'shared-key': ({ people, kid }) => `几个人的公钥相同（${kid}）：${list(people)}。每人须有自己的密钥。`,
    'other-key': ({ people, kid, known }) =>
      `方案中已有 ${list(people)} 的另一个公钥（${known.join('、')}）；确认以此文件（${kid}）为准的，请加 --replace ${people.map(({ id }) => id).join(' ')}。`,
  },
  needed: (people) => `还没有公钥、但在本轮次中有任务的：${people.join('、')}`,
  without: (people) => `还没有公钥的：${people.join('、')}`,
  written: (plan, keys) => `已登记 ${keys} 个公钥：${plan}`,
  notWritten: (keys) => (keys === 0 ? '没有需要登记的公钥。' : `没有写入；待登记 ${keys} 个。`),
  have: (keys, people) => `名册 ${people} 人，已有公钥 ${keys} 人。请用电话与本人核对 kid。`,
};
