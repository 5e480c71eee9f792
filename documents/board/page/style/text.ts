import { css } from '../../../../base/styled';

/** Every colour has a contrast of 4.5 or more with its ground, and nothing is said by colour alone. */
export const COLOURS = css`
  :root {
    --ground: #ffffff;
    --ink: #161b22;
    --soft: #59636e;
    --line: #d9dee4;
    --alarm: #b3261e;
    --caution: #8a5200;
    --mark: #1f5fa8;
    --review: #c9dcf2;
    color-scheme: light dark;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      --ground: #12161c;
      --ink: #e4e8ed;
      --soft: #9aa5b1;
      --line: #2d353f;
      --alarm: #ff9384;
      --caution: #efbd62;
      --mark: #86b7f0;
      --review: #24405f;
    }
  }
`;

export const TEXT = css`
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0 auto;
    max-width: 1520px;
    padding: 24px 28px;
    background: var(--ground);
    color: var(--ink);
    font:
      13px/1.5 'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Source Han Sans SC',
      'Segoe UI',
      Arial,
      sans-serif;
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: 100%;
  }
  :lang(en) body {
    font-family: 'Segoe UI', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  }
  header {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: baseline;
    column-gap: 24px;
    padding-bottom: 10px;
    border-bottom: 2px solid var(--ink);
  }
  h1 {
    margin: 0;
    font-size: 22px;
    line-height: 1.3;
  }
  header p {
    margin: 0;
    font-size: 14px;
    text-align: right;
  }
  header .moment {
    grid-column: 1 / -1;
    color: var(--soft);
    font-size: 13px;
    text-align: left;
  }
  h2 {
    margin: 0 0 8px;
    font-size: 14px;
    line-height: 1.4;
  }
  small {
    display: block;
    color: var(--soft);
    font-size: 11px;
    line-height: 1.45;
  }
  .note {
    margin: 10px 0 0;
    padding: 6px 10px;
    border: 1px solid var(--line);
  }
  .note.drill {
    border: 2px solid var(--caution);
    font-weight: bold;
  }
  .alarm,
  small.alarm {
    color: var(--alarm);
    font-weight: bold;
  }
  .zero {
    color: var(--soft);
  }
  footer {
    margin-top: 20px;
    color: var(--soft);
    font-size: 11px;
  }
`;
