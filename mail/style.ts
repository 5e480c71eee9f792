import type { Tone } from './worded-line';

/** Inline styles: mail clients drop style sheets, and some drop `<head>` altogether. */
const SANS =
  "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC','Segoe UI',Arial,sans-serif";
const MONO = 'font-family:Consolas,Menlo,monospace';

const INK = '#1d2939';
const SOFT = '#667085';
const LINE = '#e4e7ec';
const BRAND = '#9f1d20';

export const STYLE = {
  body: `margin:0;padding:0;background:#f2f4f7;color:${INK};${SANS};-webkit-text-size-adjust:100%`,
  page: 'background:#f2f4f7',
  margin: 'padding:16px 8px',
  sheet: `max-width:640px;background:#ffffff;border:1px solid ${LINE};border-radius:8px;overflow:hidden;text-align:left`,
  banner:
    'padding:10px 20px;background:#fef0c7;color:#7a2e0e;font-size:14px;line-height:1.6;font-weight:bold',
  masthead: `padding:18px 20px 14px;border-top:4px solid ${BRAND};border-bottom:1px solid ${LINE}`,
  title: `font-size:20px;line-height:1.4;font-weight:bold;color:${BRAND}`,
  day: `font-size:13px;line-height:1.6;color:${SOFT}`,
  greeting: 'padding:16px 20px 0;font-size:15px;line-height:1.7',
  section: 'padding:20px 20px 0',
  heading: `margin:0;padding:0 0 6px;border-bottom:2px solid ${INK};font-size:16px;line-height:1.5`,
  card: 'padding:14px 0 0',
  where: `font-size:12px;line-height:1.6;color:${SOFT};word-break:break-all`,
  head: 'padding:4px 0 2px;font-size:16px;line-height:1.5;font-weight:bold;word-break:break-word',
  said: 'font-size:14px;line-height:1.7',
  facts: 'font-size:14px;line-height:1.6',
  label: `padding:2px 12px 2px 0;color:${SOFT};white-space:nowrap`,
  value: 'padding:2px 0;word-break:break-word',
  listed: 'font-size:13px;line-height:1.6',
  todo: 'margin-top:8px;padding:8px 12px;background:#f8f9fb;font-size:14px;line-height:1.7',
  command: `${MONO};font-size:12px;word-break:break-all`,
  more: `padding:16px 0 6px;font-size:13px;color:${SOFT}`,
  shorts: 'font-size:13px;line-height:1.5',
  cell: `padding:6px 8px 6px 0;border-top:1px solid ${LINE}`,
  footer: `padding:16px 20px 18px;font-size:12px;line-height:1.8;color:${SOFT}`,
} as const;

/** Strong colour for the edge and the tag; every pair with white has a contrast of 4.5 or more. */
const TONES: Record<Tone, string> = {
  alarm: '#b42318',
  caution: '#b54708',
  task: '#175cd3',
  calm: '#475467',
};

export const edge = (tone: Tone): string => `padding:0 0 0 14px;border-left:4px solid ${TONES[tone]}`;

export const tag = (tone: Tone): string =>
  `display:inline-block;padding:0 8px;border-radius:3px;background:${TONES[tone]};color:#ffffff;font-size:12px;line-height:20px;font-weight:bold`;

export const tagText = (tone: Tone): string => `color:${TONES[tone]};font-weight:bold`;
