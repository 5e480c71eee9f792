import type { PlanFault } from '../domain/plan/fault';
import { readPlan } from '../domain/plan/read';

/** A small plan without a fault, two items in two categories. */
export const GOOD_PLAN = `round: 2021-03
title: 某轮整改
body: 某单位
feedback: 2021-04-29
concentratedUntil: 2021-08-31
archive:
  fonds: Z109
  year: 2021
  organisation: JGDW
roster:
  people:
    - { id: boss, name: 甲, address: boss@example.org }
    - { id: leader, name: 乙, address: leader@example.org, superior: boss }
    - { id: handler, name: 丙, address: handler@example.org, deputies: [spare] }
    - { id: acceptor, name: 丁, address: acceptor@example.org }
    - { id: spare, name: 戊, address: acceptor@example.org }
  head: boss
  office: [spare]
  oversight: [spare]
  archivist: spare
categories:
  - title: 资产管理不严
    items:
      - problem: 账物不符
        kind: 限期整改
        leader: leader
        section: 财务科
        handler: handler
        acceptor: acceptor
        deadline: 2021-06-30
        measures:
          - text: 逐件盘点
            kind: 专项整治
            deadline: 2021-06-11
          - { text: 追回流失资产, kind: loss-recovery, owner: handler }
  - title: 学习抓得不实
    items:
      - problem: 学习记录缺失
        kind: immediate
        leader: leader
        section: 办公室
        handler: handler
        acceptor: acceptor
        measures: [{ text: 补记, kind: 其他 }]
policy: { identity: claimed }
bodyId: some-body
`;

/** The good plan with one text replaced, where it occurs first; the line of that place, from 1. */
export const changed = (from: string, to: string): { text: string; line: number } => {
  const offset = GOOD_PLAN.indexOf(from);
  if (offset < 0) throw new Error(`the plan has no ${from}`);
  const before = GOOD_PLAN.slice(0, offset);
  return { text: before + to + GOOD_PLAN.slice(offset + from.length), line: before.split('\n').length };
};

/** The faults of a text; none when it is a plan. */
export const faultsIn = (text: string): PlanFault[] => {
  const reading = readPlan(text);
  return reading.ok ? [] : reading.faults;
};

/** A fault without the columns, which few tests are about. */
export const withoutColumn = ({ column, ...fault }: PlanFault): Omit<PlanFault, 'column'> => fault;
