import { css } from '../../../base/styled';

/**
 * The look of the page, on a screen and on A4. Fonts are named, not shipped: those of Windows, macOS and free
 * systems, one after the other.
 */
export const STYLE = css`
  :root {
    color-scheme: light;
  }
  body {
    font:
      15px/1.7 'Noto Serif CJK SC',
      'Source Han Serif SC',
      SimSun,
      'Songti SC',
      serif;
    color: #1d2430;
    max-width: 64em;
    margin: 2em auto;
    padding: 0 1.2em;
  }
  h1,
  h2,
  h3,
  th,
  .banner {
    font-family:
      'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', SimHei, 'PingFang SC', sans-serif;
  }
  h1 {
    font-size: 1.5em;
    line-height: 1.4;
    margin: 0.6em 0;
  }
  h2 {
    font-size: 1.15em;
    margin: 2em 0 0.6em;
    padding-bottom: 0.2em;
    border-bottom: 2px solid #9f1d20;
  }
  h3 {
    font-size: 1em;
    margin: 1.4em 0 0.4em;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    margin: 0.4em 0;
    font-size: 0.93em;
  }
  th,
  td {
    border: 1px solid #9aa3af;
    padding: 0.3em 0.55em;
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    background: #f1f3f5;
    font-weight: 600;
    white-space: nowrap;
  }
  .facts th {
    width: 8em;
  }
  .t {
    white-space: pre-line;
  }
  .n {
    white-space: nowrap;
  }
  .old {
    color: #667085;
  }
  code,
  pre {
    font-family: Consolas, Menlo, 'DejaVu Sans Mono', monospace;
    font-size: 0.82em;
  }
  code {
    overflow-wrap: anywhere;
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    border: 1px solid #9aa3af;
    padding: 0.6em 0.8em;
    background: #f8f9fa;
  }
  a {
    color: #0b4a8f;
  }
  .banner {
    padding: 0.5em 0.9em;
    margin: 0.8em 0;
    border: 2px solid #b54708;
    background: #fff4e0;
    font-weight: 600;
  }
  .claimed {
    font-weight: 700;
    color: #b42318;
  }
  @page {
    size: A4;
    margin: 18mm 15mm;
  }
  @media print {
    body {
      font-size: 10.5pt;
      line-height: 1.55;
      max-width: none;
      margin: 0;
      padding: 0;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    h2,
    h3 {
      break-after: avoid;
    }
    tr,
    .banner {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
    th,
    .banner,
    pre {
      print-color-adjust: exact;
    }
  }
`;
