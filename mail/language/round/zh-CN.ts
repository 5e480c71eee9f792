import type { RoundWords } from './words';

const of = (person: string | undefined): string => person ?? '您';

/** 邮件里关于轮次本身的话. */
export const CHINESE_ROUND: RoundWords = {
  group: '公钥与轮次事务',
  summary: (day, lines) => `截至${day}，有 ${lines} 条关于公钥或轮次的通知。`,
  tag: {
    'key-proposed': '申请更换公钥',
    'key-countersigned': '公钥即将更换',
    'key-replaced': '公钥已更换',
    'key-revoked': '公钥已作废',
    'key-registered': '公钥已登记',
    'key-lapsed': '换钥申请失效',
    'second-asked': '待会签',
    'second-lapsed': '逾期未会签',
    'plan-amended': '方案调整',
    'amendment-conflict': '方案调整待处理',
    'import-undone': '导入已撤销',
    'address-changed': '邮箱变更',
    'policy-changed': '规则变更',
    'opening-waiting': '轮次待会签',
    'opening-lapsed': '轮次未启动',
    'start-blocked': '事项未能启动',
    undeliverable: '邮件未送达',
    report: '整改情况报告',
  },
  said: {
    'key-proposed': ({ by, person }) =>
      `${by ?? '整改办'}申请更换${of(person)}的公钥。须经主要负责人或派驻纪检组会签，会签后满一个工作日生效；此前原公钥照常有效。`,
    'key-countersigned': ({ by, person, at }) =>
      `更换${of(person)}公钥的申请已由${by ?? '第二人'}会签${at ? `，将于 ${at} 生效` : ''}；此前原公钥照常有效。`,
    'key-replaced': ({ by, person }) =>
      `${of(person)}的公钥已更换${by ? `（由${by}提出）` : ''}，原公钥不能再签名，此前所签仍然有效。`,
    'key-revoked': ({ by, person }) => `${by ?? '整改办'}作废了${of(person)}的一个公钥，该公钥从此不能签名。`,
    'key-registered': ({ by, person }) => `${by ?? '整改办'}为${of(person)}登记了公钥，即时生效。`,
    'key-lapsed': ({ person }) => `更换${of(person)}公钥的申请逾期无人会签，已经失效，公钥不变。`,
    'second-asked': ({ by, what }) =>
      `${by ?? '整改办'}提出了须两人签名的指令${what ? `（${what}）` : ''}，会签之前不作任何变动。`,
    'second-lapsed': ({ what, by }) =>
      by === undefined
        ? `逾期无人会签${what ? `（${what}）` : ''}，指令已经失效，未作任何变动。`
        : `${by}此间另有决定，待会签的指令${what ? `（${what}）` : ''}随之失效，无须再会签。`,
    'plan-amended': ({ by }) => `${by ?? '整改办'}启用了新一版整改方案，所涉事项的人员已另行告知。`,
    'import-undone': ({ by }) =>
      `${by ?? '整改办'}撤销了本轮次的导入：事项全部撤销，不再催办；有关人员已另行告知。`,
    'amendment-conflict': () => '一项整改事项此间已有变化，未能按方案调整，在作出决定之前维持原状。',
    'address-changed': ({ by, person }) =>
      `${by ?? '整改办'}变更了${of(person)}的邮箱地址，今后的邮件只发往新地址。`,
    'policy-changed': ({ by }) => `${by ?? '整改办'}启用了新的规则。对变更内容有异议的，请与整改办联系。`,
    'opening-waiting': ({ by, at }) =>
      `${by ?? '整改办'}已签名启动本轮次，会签后方可交办${at ? `；${at} 前未会签即作废` : ''}。`,
    'opening-lapsed': () => '逾期无人会签，轮次没有启动，没有交办任何事项。',
    'start-blocked': () =>
      '一项整改事项未能启动：Temporal 服务器上另有流程占用了它的名称。轮次照常进行，每十分钟重试一次。',
    report: () => '本轮次的整改情况如下。',
    undeliverable: () => '关于公钥或轮次的一封邮件被收件服务器拒收，未能送达。',
  },
  label: {
    kid: '新公钥指纹',
    former: '原公钥指纹',
    since: '生效时间',
    force: '将于何时生效',
    until: '会签截止',
    sentTo: '说明',
  },
  written: {
    'key-proposed': '说明',
    'key-countersigned': '说明',
    'key-replaced': '说明',
    'key-revoked': '作废原因',
    'key-registered': '说明',
    'key-lapsed': '说明',
    'second-asked': '事项及原因',
    'second-lapsed': '事项及原因',
    'plan-amended': '事项及原因',
    'amendment-conflict': '事项',
    'import-undone': '事项及原因',
    'address-changed': '原地址与新地址',
    'policy-changed': '变更内容（原 → 新）',
    'opening-waiting': '说明',
    'opening-lapsed': '说明',
    'start-blocked': '事项',
    undeliverable: '收件人及原因',
    report: '说明',
  },
  sentToFormer: '本邮件同时发往您此前登记的邮箱地址。',
  todo: {
    concerned:
      '如果这不是您本人的要求，请立即打电话告知整改办或派驻纪检组；整改办、主要负责人、派驻纪检组均可作废公钥（rectify revoke-key），其中主要负责人、派驻纪检组的公钥只能由二者作废。',
    revoke: '如与事实不符，请作废该公钥。',
    countersign: '请当面或打电话向本人核对新公钥的指纹，属实的会签，不属实的作废。',
    opening: '请核对方案后会签。',
    second: '请核对所作的调整，同意的会签；不会签则到期失效。',
    again: '如仍需办理，请重新提出。',
    conflict:
      '请用 rectify round 查看原因，重新调整该事项，或维持原状（rectify amend 事项 --keep --reason 原因）。',
    import: '如仍需启动，请重新导入方案。',
    blocked: '请服务器运维人员查明该流程由谁启动，并将其终止。',
    register: '如仍需更换，请重新提出申请。',
    undeliverable: '请核对收件人的邮箱地址，并用其他方式告知本人。',
  },
};
