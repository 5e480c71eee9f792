import { css } from '../../../../base/styled';

export const TABLES = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    font-weight: inherit;
    text-align: left;
  }
  th,
  td {
    padding: 4px 6px;
    vertical-align: top;
  }
  th:first-child,
  td:first-child {
    padding-left: 0;
  }
  th.n,
  td.n {
    text-align: right;
    white-space: nowrap;
  }
  table.shares th,
  table.shares td {
    padding-top: 1px;
    padding-bottom: 1px;
    line-height: 1.45;
  }
  table.shares .bar {
    width: 36%;
  }
  table.shares svg {
    display: block;
    width: 100%;
    height: 7px;
    margin-top: 0.45em;
  }
  table.shares path {
    fill: var(--mark);
  }
  .groups {
    table-layout: fixed;
  }
  .groups thead td {
    width: 24%;
  }
  .groups th:last-child,
  .groups td:last-child {
    width: 22%;
    padding-left: 16px;
  }
  .groups thead th {
    white-space: normal;
  }
  .groups thead th,
  .items thead th {
    color: var(--soft);
    font-size: 11px;
    vertical-align: bottom;
  }
  .groups tr {
    border-bottom: 1px solid var(--line);
  }
  .groups tfoot {
    border-top: 1px solid var(--ink);
    font-weight: bold;
  }
  .level {
    display: inline-block;
    padding: 0 5px;
    border: 1px solid currentColor;
    border-radius: 2px;
    font-size: 11px;
    line-height: 17px;
  }
  .level.alarm {
    border-color: var(--alarm);
    background: var(--alarm);
    color: var(--ground);
  }
  .level.caution {
    color: var(--caution);
  }
  .level.calm {
    color: var(--soft);
  }
`;

export const ITEMS = css`
  .legend {
    margin: -4px 0 6px;
    color: var(--soft);
    font-size: 11px;
  }
  .items {
    table-layout: fixed;
  }
  .items .c-number {
    width: 4.4em;
  }
  .items .c-priority {
    width: 9em;
  }
  .items .c-status {
    width: 11em;
  }
  .items .c-deadline {
    width: 12em;
  }
  .items .c-outcome,
  .items .c-level {
    width: 8em;
  }
  .items .c-rung {
    width: 5.9em;
  }
  .items .c-others {
    width: 16.4em;
  }
  .items thead th {
    border-bottom: 1px solid var(--ink);
  }
  .items tr {
    border-bottom: 1px solid var(--line);
  }
  .items .band th {
    padding: 12px 0 4px;
    font-weight: bold;
  }
  .items .overdue .band th {
    color: var(--alarm);
  }
  .items .no {
    white-space: nowrap;
  }
  .items .problem,
  .items .others {
    overflow-wrap: anywhere;
  }
  .items .m {
    font-size: 12px;
    white-space: nowrap;
  }
  .items .m b,
  .others b {
    font-weight: normal;
  }
  .items .silent,
  .items .to-come {
    color: var(--soft);
  }
  .items .others {
    font-size: 11px;
  }
  .items .archive {
    padding-right: 0;
    font-size: 10px;
    white-space: nowrap;
  }
  .items .m small {
    white-space: normal;
  }
  .items .others small {
    display: inline;
    margin-left: 4px;
  }
  summary {
    margin-top: 12px;
    padding: 4px 0;
    font-weight: bold;
    cursor: pointer;
  }
`;
