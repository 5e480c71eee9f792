import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRepository } from '../../testing/repository';

/** A metric as an alarm or a panel names it, with the labels that it is picked by and the values these must have. */
type Used = { metric: string; labels: Map<string, string> };

type Rules = { groups: { name: string; rules: { alert: string; expr: string }[] }[] };
type Dashboard = { panels: { title: string; targets?: { expr: string }[] }[] };

/** Of the Temporal server, which has metrics of its own. */
const OF_THE_SERVER = 'rectify-temporal-server';

const textOf = (...parts: string[]) => readFileSync(inRepository('deploy', ...parts), 'utf8');

export const rules = (): { alert: string; expr: string }[] =>
  (parse(textOf('prometheus', 'rules.yml')) as Rules).groups
    .filter(({ name }) => name !== OF_THE_SERVER)
    .flatMap((group) => group.rules);

export const panels = (): { title: string; exprs: string[] }[] =>
  (JSON.parse(textOf('grafana', 'dashboard.json')) as Dashboard).panels.map(({ title, targets = [] }) => ({
    title,
    exprs: targets.map(({ expr }) => expr),
  }));

const METRIC = /\b(?<metric>(?:temporal|rectify)_[a-z0-9_]+)(?:\{(?<labels>[^}]*)\})?/g;
const LABEL = /(?<label>\w+)(?:=~|!~|!=|=)"(?<value>[^"]*)"/g;

export const usedIn = (expr: string): Used[] =>
  [...expr.matchAll(METRIC)].map(({ groups }) => ({
    metric: groups?.metric ?? '',
    labels: new Map(
      [...(groups?.labels ?? '').matchAll(LABEL)].map((found) => [
        found.groups?.label ?? '',
        found.groups?.value ?? '',
      ]),
    ),
  }));

/** All that alarms and dashboard name. */
export const allUsed = (): Used[] =>
  [...rules().map(({ expr }) => expr), ...panels().flatMap(({ exprs }) => exprs)].flatMap(usedIn);
