import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { composeMessage, type Message } from '../../mail';
import { aDigest, aFact, aReminder } from '../../testing/digest';
import { encodeMessage, type Mail, mimeOf } from './message';

const mailOf = (message: Message, name = '乙'): Mail => ({
  sender: { name: '整改办', address: 'office@example.org' },
  to: { ...aDigest([]).to, name },
  id: '<20210625T003000Z.1.yi@example.org>',
  message,
  date: new Date('2021-06-25T00:30:02Z'),
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('整', '改', '，', '\n', '\r\n.', ' ', '=', '😀'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 300,
});
const file = fc.option(text, { nil: undefined });
const messages = fc
  .record({ subject: text, text, html: text, calendar: file, cancelled: file })
  .map(({ calendar, cancelled, ...rest }) => ({
    ...rest,
    ...(calendar !== undefined && { calendar }),
    ...(cancelled !== undefined && { cancelled }),
  }));

/** Boundaries are drawn anew for every message. */
const withoutBoundary = (mail: Buffer): string =>
  mail.toString().replace(/--_NmP-[\da-f]{16}-/g, '--_NmP-0-');

test('a mail is written octet by octet as nodemailer streams it', async () => {
  await fc.assert(
    fc.asyncProperty(messages, text, async (message, name) => {
      const mail = mailOf(message, name);
      const streamed = await mimeOf(mail).build();
      expect(withoutBoundary(encodeMessage(mail))).toBe(withoutBoundary(streamed));
    }),
  );
});

test.each([['zh-CN'], ['en']] as const)('a mail program reads in %s what was composed', async (language) => {
  const message = composeMessage(aDigest([aFact('assigned'), aReminder('overdue')], { language }));
  const read = await simpleParser(encodeMessage(mailOf(message)), { skipTextToHtml: true });
  expect(read).toMatchObject({ subject: message.subject, text: message.text, html: message.html });
  expect(read.to).toMatchObject({ value: [{ name: '乙', address: 'yi@example.org' }] });
  expect(read.date).toEqual(new Date('2021-06-25T00:30:02Z'));
  const files = read.attachments.map(({ filename, content }) => [filename, content.toString()]);
  expect(files).toContainEqual(['deadline.ics', message.calendar]);
});
