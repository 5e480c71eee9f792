import { sizeText } from '../../../base/size';
import { html, type Markup } from '../../../base/markup';
import { officeNumber } from '../../../domain/plan/plan';
import { type Cell, code, doer, listing, named, unbroken, when, written, zh } from '../../item/page/parts';
import { documentsIn, type FiledDocument, type RoundRecord } from '../record';

const LINE = html`<br />`;

/** Keeps the cell wide enough for titles and numbers beside hashes, which take all the room they get. */
const nameOf = ({ kind, title, number, path }: FiledDocument): Markup =>
  html`${unbroken(`【${zh.documentKind[kind]}】`)}${LINE}<a href="${path}">${written(title)}</a>${
      number === undefined ? undefined : html`${LINE}${written(named([['文号', number]]))}`
    }`;

const filing = ({ entry }: FiledDocument, { log, head: { roster } }: RoundRecord): Cell => {
  const filed = log.find(({ seq }) => seq === entry);
  return filed?.author && html`${when(filed.at)}${LINE}${written(doer(filed.author, roster))}`;
};

/** Everything that was filed or published, as it was handed in; the figures of a notice are those of its ledger. */
export const documents = (record: RoundRecord): Markup | undefined =>
  listing(
    '文件',
    ['号', '文件', '日期', '事项', '收存', '大小、类型和 SHA-512'],
    documentsIn(record.log).map((document): Cell[] => {
      const { no, item, effectiveDate, size, mediaType, sha512 } = document;
      return [
        no,
        nameOf(document),
        unbroken(effectiveDate),
        item && unbroken(officeNumber(item)),
        filing(document, record),
        html`${written(`${sizeText(size)} ${mediaType}`)}${LINE}${code(sha512)}`,
      ];
    }),
  );
