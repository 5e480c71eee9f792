import { sizeText } from '../../../language/size';
import { html, type Markup } from '../../../mail/markup';
import { officeNumber } from '../../../round/plan';
import { type Cell, code, deed, listing, named, unbroken, written, zh } from '../../page/parts';
import { documentsIn, type FiledDocument, type RoundRecord } from '../record';

const nameOf = ({ title, number, path }: FiledDocument): Markup =>
  html`<a href="${path}">${written(title)}</a>${
      number === undefined ? undefined : html`<br />${written(named([['文号', number]]))}`
    }`;

/** Everything that was filed or published, as it was handed in; the figures of a notice are those of its ledger. */
export const documents = ({ log, head: { roster } }: RoundRecord): Markup | undefined =>
  listing(
    '文件',
    ['号', '种类', '文件', '日期', '事项', '收存', '大小、类型和 SHA-512'],
    documentsIn(log).map((document): Cell[] => {
      const { no, kind, item, effectiveDate, size, mediaType, sha512, entry, at } = document;
      const author = log.find(({ seq }) => seq === entry)?.author;
      return [
        no,
        unbroken(zh.documentKind[kind]),
        nameOf(document),
        unbroken(effectiveDate),
        item && unbroken(officeNumber(item)),
        author && deed({ ...author, at }, roster),
        html`${written(`${sizeText(size)} ${mediaType}`)} ${code(sha512)}`,
      ];
    }),
  );
