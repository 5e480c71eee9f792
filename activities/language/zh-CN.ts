import type { Stage } from '../mail/reply';
import type { ActivityWords } from './words';

const MAIL_STAGE: Record<Stage, string> = {
  connection: '连不上邮件服务器，或服务器不接受连接，请检查 SMTP_URL 和网络',
  greeting: '邮件服务器不接受本机，请检查 SMTP_URL',
  tls: '与邮件服务器的加密连接未建立，请检查 SMTP_URL 和证书',
  'no-tls':
    '邮件服务器不支持加密（STARTTLS），口令和邮件均未发出。请在 SMTP_URL 中改用 smtps://，或换用支持加密的服务器；确认线路不会被窃听的，才可在 SMTP_URL 末尾加 ?requireTLS=false',
  login: '邮件服务器不准登录，请检查 SMTP_URL 中的用户名和口令',
  sender: '邮件服务器不接受发件人，请检查 MAIL_FROM、登录账号和发送限额',
  recipient: '邮件服务器不为本机转发，请检查转发权限、登录账号和发送限额',
  content: '邮件服务器没有收下邮件，也没有指出邮件内容有何问题',
};

const FAULT = { missing: '已不在', changed: '内容已变' } as const;

export const CHINESE: ActivityWords = {
  itemOfAnother: (workflow) =>
    `已有名为 ${workflow} 的工作流，但不是本轮次启动的，未作改动。请先查明由谁启动；确认不是本轮次的事项后，再终止并删除，轮次随后自动继续。`,
  trustMissing:
    '启动签名已提交，但此 worker 未设置 TRUST_FILE，请将其指向 rectify trust 生成的文件并重启 worker，轮次随后自行继续。',
  trustUnreadable: (file, reason) =>
    `TRUST_FILE（${file}）中的公钥无法读取：${reason}。可以读取后轮次自行继续。`,
  mailPending: (missing, { mailbox, id }) =>
    `${missing} 封邮件尚无回执，如信箱 ${mailbox} 的 ${id}，原因见该信箱。`,
  mailHeld: (stage, reply) => `${MAIL_STAGE[stage]}。答复：${reply}。邮件将继续重试。`,
  mailOnHold: (name) =>
    `邮件暂停发送（MAIL=hold），${name} 没有发出。请用 rectify mail held 查看，再用 rectify mail release 放行或 rectify mail drop 作废；去掉 MAIL=hold 重启 worker 的，全部发出。`,
  mailDropped: (by, reason) => `邮件暂停发送期间由 ${by} 作废：${reason}`,
  evidenceDamaged: (files) =>
    `佐证材料与提交时不符，暂不归档；重新存入原件后自动继续。${files
      .map(
        ({ measure, title, by, name, fault }) =>
          `措施 ${measure}《${title}》（${by}）${FAULT[fault]}：${name}`,
      )
      .join('；')}。`,
  bagInvalid: (bag, faults) => `归档包 ${bag} 读回校验不合格：${faults}`,
  bagOfOther: (bag, differences, more) =>
    `${bag} 处的内容并非${
      differences.length === 0
        ? '归档包'
        : `应有的归档包，不同之处：${differences.join('；')}${more > 0 ? `；另有 ${more} 处` : ''}`
    }。未作覆盖，请核对 STORE，查明来源并移开；移开后自动写入正确的归档包并继续。`,
  paperConflict: (name) => `${name} 已另有内容，未覆盖，请核对 STORE 与轮次编号；移开后自动继续。`,
  roundIncomplete: (wants, more) =>
    `轮次的归档材料不齐，暂不归档；补齐后自动继续。${wants.join('；')}${more > 0 ? `；另有 ${more} 处` : ''}。`,
  want: {
    paper: (name, fault) => `${name} ${FAULT[fault]}`,
    document: (title, name, fault) => `文件《${title}》${FAULT[fault]}：${name}`,
    bagMissing: (bag) => `归档包 ${bag} 已不在`,
    bagDamaged: (bag, files) => `归档包 ${bag} 已损坏（${files}）`,
    bagDiffers: (bag) => `归档包 ${bag} 不是归档时的那一个`,
    bagOfOtherNumber: (bag, archiveNumber) => `归档包 ${bag} 的档号不是 ${archiveNumber}`,
  },
};
