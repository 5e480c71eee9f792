import { css } from '../../../../base/styled';

/** Where the table of items has no room, a line takes two: each value has its column's name before it. */
export const MIDDLE = css`
  @media screen and (max-width: 1250px) {
    .items,
    .items tbody {
      display: block;
    }
    .items thead {
      display: none;
    }
    .items tr {
      display: grid;
      grid-template-columns: repeat(12, 1fr);
      column-gap: 8px;
      padding: 8px 0;
    }
    .items th,
    .items td {
      padding: 2px 0;
    }
    .items .band,
    .items .band th {
      display: block;
    }
    .items .problem {
      grid-column: span 5;
    }
    .items td[data-l] {
      grid-column: span 2;
    }
    .items td.m {
      grid-column: span 1;
    }
    .items td.others {
      grid-column: span 5;
    }
    .items td[data-l]::before {
      display: block;
      color: var(--soft);
      content: attr(data-l);
      font-size: 10px;
    }
    .items td.others:empty {
      display: none;
    }
  }
  @media screen and (max-width: 1000px) {
    .figures {
      grid-template-columns: repeat(5, 1fr);
      row-gap: 8px;
    }
    .overview,
    .pair {
      grid-template-columns: minmax(0, 1fr);
      gap: 20px;
    }
  }
`;

/** On a phone a line becomes a card, and the picture has a frame of its own. */
export const NARROW = css`
  @media screen and (max-width: 700px) {
    body {
      padding: 14px;
    }
    header {
      display: block;
    }
    header p {
      text-align: left;
    }
    h1 {
      font-size: 19px;
    }
    .figures {
      grid-template-columns: repeat(3, 1fr);
    }
    .figures div:nth-child(3n + 1) {
      padding-left: 0;
      border-left: 0;
    }
    .figures dd {
      font-size: 24px;
    }
    .groups th,
    .groups td {
      padding-left: 2px;
      padding-right: 2px;
    }
    .groups th:last-child,
    .groups td:last-child {
      padding-left: 8px;
    }
    .items .no {
      grid-column: span 2;
    }
    .items .problem {
      grid-column: span 10;
    }
    .items td[data-l] {
      grid-column: span 4;
    }
    .items td.m {
      grid-column: span 3;
    }
    .items td.others {
      grid-column: 1 / -1;
    }
    .chart svg.wide {
      display: none;
    }
    .chart svg.narrow {
      display: block;
    }
  }
`;

/** On paper nothing stays folded, no line is cut, and what is told by its background keeps it. */
export const PAPER = css`
  @page {
    size: landscape;
    margin: 10mm;
  }
  @media print {
    :root {
      --text: 8pt;
      --fine: 6.8pt;
      --tiny: 6.2pt;
    }
    body {
      max-width: none;
      padding: 0;
      font-size: var(--text);
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    h1 {
      font-size: calc(1.75 * var(--text));
    }
    h2,
    header p {
      font-size: calc(1.12 * var(--text));
    }
    small,
    .legend,
    .level,
    .items .m,
    .items .others,
    .groups thead th,
    .items thead th {
      font-size: var(--fine);
    }
    .level {
      line-height: 1.4;
    }
    .figures {
      margin: 3mm 0;
    }
    .figures dt,
    .keys {
      font-size: var(--text);
    }
    .figures dd {
      font-size: calc(2.1 * var(--text));
    }
    .overview {
      grid-template-columns: minmax(0, 1fr) 60mm;
      gap: 8mm;
    }
    .chart svg.wide {
      display: none;
    }
    .chart svg.paper {
      display: block;
    }
    .pair {
      gap: 8mm;
      margin: 3mm 0;
    }
    .groups th,
    .groups td {
      padding-top: 1.5px;
      padding-bottom: 1.5px;
    }
    .items .archive {
      font-size: var(--tiny);
    }
    .items .c-priority {
      width: 8em;
    }
    .items .c-status {
      width: 9.5em;
    }
    .items .c-deadline {
      width: 11.8em;
    }
    .items .c-outcome,
    .items .c-level {
      width: 8em;
    }
    .items .c-rung {
      width: 5.5em;
    }
    tr,
    .chart,
    .pair section,
    div.shares section {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
    h2,
    .legend,
    summary,
    .band {
      break-after: avoid;
    }
    details::details-content {
      display: block;
      content-visibility: visible;
    }
    summary {
      list-style: none;
    }
  }
  /* A3: half as large again. */
  @media print and (min-width: 1300px) {
    :root {
      --text: 11pt;
      --fine: 9.4pt;
      --tiny: 8.8pt;
    }
    .overview {
      grid-template-columns: minmax(0, 1fr) 84mm;
    }
  }
`;
