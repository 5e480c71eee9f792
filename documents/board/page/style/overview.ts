import { css } from '../../../../base/styled';

export const FIGURES = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(10, 1fr);
    margin: 14px 0 20px;
  }
  .figures div {
    padding: 2px 12px;
    border-left: 1px solid var(--line);
  }
  .figures div:first-child {
    padding-left: 0;
    border-left: 0;
  }
  .figures dt {
    color: var(--soft);
    font-size: 12px;
  }
  .figures dd {
    margin: 0;
    font-size: 28px;
    line-height: 1.25;
  }
  .figures b {
    font-weight: 600;
  }
  .figures .zero b {
    font-weight: normal;
  }
  .overview {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 300px;
    gap: 32px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 32px;
    margin: 20px 0;
    align-items: start;
  }
  div.shares section + section {
    margin-top: 14px;
  }
`;

export const CHART = css`
  .chart svg {
    display: block;
    width: 100%;
  }
  .chart svg.narrow,
  .chart svg.paper {
    display: none;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    margin: 0 0 6px;
    padding: 0;
    list-style: none;
    font-size: 12px;
  }
  .chart svg.key {
    display: inline-block;
    width: 24px;
    height: 10px;
    margin-right: 2px;
  }
  svg path {
    fill: none;
    stroke-width: 1.5;
  }
  svg .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  svg .today {
    stroke: var(--soft);
    stroke-width: 1;
  }
  svg .open {
    stroke: var(--mark);
    stroke-width: 2.5;
  }
  svg .review {
    fill: var(--review);
  }
  svg .due {
    stroke: var(--ink);
    stroke-dasharray: 6 3;
  }
  svg .first {
    stroke: var(--soft);
    stroke-dasharray: 1.5 3;
  }
  svg .tick {
    fill: var(--soft);
    font-size: 11px;
  }
  svg .middle {
    text-anchor: middle;
  }
  svg .end {
    text-anchor: end;
  }
`;
