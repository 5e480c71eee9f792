/** Where in a session with the mail server something went wrong (RFC 5321); `no-tls`: it refuses STARTTLS. */
export type Stage =
  'connection' | 'greeting' | 'tls' | 'no-tls' | 'login' | 'sender' | 'recipient' | 'content';

/**
 * What nodemailer throws: `permanent` for a reply of the 5yz kind (RFC 5321), `command` the one that it answers,
 * `originalCode` what Node.js calls the fault.
 */
export type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  permanent?: boolean;
  responseCode?: number;
  response?: string;
};

const STAGES: readonly [RegExp, Stage][] = [
  [/^(EHLO|HELO|LHLO)/, 'greeting'],
  [/^STARTTLS/, 'tls'],
  [/^AUTH/, 'login'],
  [/^MAIL FROM/, 'sender'],
  [/^RCPT TO/, 'recipient'],
  [/^DATA/, 'content'],
];

/** Faults of a handshake and of certificates, in the words of Node.js and OpenSSL. */
const OF_TLS = /^(ERR_(SSL|TLS)|CERT|DEPTH|SELF|UNABLE|INVALID|HOSTNAME|PATH)_/;

export const stageOf = ({ command = '', code, originalCode = '', response }: SmtpError): Stage => {
  if (OF_TLS.test(originalCode)) return 'tls';
  if (code === 'ETLS') return command === 'STARTTLS' && response ? 'no-tls' : 'tls';
  if (code === 'EAUTH') return 'login';
  return STAGES.find(([pattern]) => pattern.test(command))?.[1] ?? 'connection';
};

/** Of what a reply speaks: of this recipient, of what the mail says, or of the service that hands it in. */
type Subject = 'recipient' | 'content' | 'service';

/** A reply without addresses, hosts and links, whose parts are no words of the server's. */
type Reply = { code: number; status: string; words: string };

const NAMES_A_PLACE = /^<.*>$|.[@/]|.\.\w/s;

const readReply = ({ response = '', responseCode = 0 }: SmtpError): Reply => ({
  code: responseCode,
  status: /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(response)?.[0] ?? '',
  words: response.replace(/<[^<>]*>|\S+/g, (word) => (NAMES_A_PLACE.test(word) ? ' ' : word)),
});

type Rule = [says: (reply: Reply) => boolean, subject: Subject];

const inWords =
  (pattern: RegExp) =>
  ({ words }: Reply): boolean =>
    pattern.test(words);
const withStatus =
  (pattern: RegExp) =>
  ({ status }: Reply): boolean =>
    pattern.test(status);

const REFUSES_RELAY =
  /relay\w* (access )?(is |was )?(denied|prohibited|forbidden|refused|not (permitted|allowed))|unable to relay|\b(no|not|never|don't|cannot|can't)\b.{0,20}\brelay|rcpthosts/i;

/** Login, sender, quota, the reputation of the host, encryption: matters of the service, whoever the mail is for. */
const OF_THE_SERVICE = new RegExp(
  [
    String.raw`\bsenders?\b|\bmail from\b|\bfrom address\b|\bbad reputation\b|\breputation\b`,
    String.raw`authenti|authori[sz]|\blog(ged)?[ -]?in\b|\bauth\b|credential|password`,
    String.raw`\b(sending|daily|hourly|frequency|rate|connections?)\b.{0,20}\b(limit|quota)|\b(frequency|rate)[ -]limited|\btoo many (connections|messages|mails)`,
    String.raw`\bclient host\b|\bhelo\b|\behlo\b|\bip\b|\bptr\b|reverse dns|black ?list|block ?list|blocked using|\bd?n?s?rbl\b|\bspf\b|\bdkim\b|\bdmarc\b`,
    String.raw`starttls|\btls\b|encrypt|\brelay|service (is )?(not |un)available`,
  ].join('|'),
  'i',
);

const NAMES_NOBODY =
  /user unknown|unknown (user|recipient|mailbox)|no such (user|mailbox|recipient|address)|mailbox (is )?full|storage allocation/i;

const CONTENT =
  /\bspam\b|\bspm\b|virus|malware|phish|unsolicited|\bcontents?\b|attachment|\bheaders?\b|\bbody\b|\bsize\b|too (large|big|long)|\b(url|link)s?\b/i;

/** Replies that ask for a login or encryption, or find fault with the command itself. */
const CODES_OF_THE_SERVICE: readonly number[] = [500, 502, 503, 521, 530, 534, 535, 538, 555];

/** What both tables begin with; the first rule that fits decides. Enhanced status codes: RFC 3463. */
const FIRST: readonly Rule[] = [
  [inWords(REFUSES_RELAY), 'service'],
  [inWords(/\bsenders?\b/i), 'service'],
  [withStatus(/^5\.(1\.(1|2|3|4|6|10)|2\.[0124])$/), 'recipient'],
  [inWords(NAMES_NOBODY), 'recipient'],
  [inWords(OF_THE_SERVICE), 'service'],
  [({ code }) => CODES_OF_THE_SERVICE.includes(code), 'service'],
];

/** A recipient that is refused is meant, unless the reply says otherwise. */
const OF_RCPT: readonly Rule[] = [
  ...FIRST,
  [withStatus(/^5\.(6\.|2\.3$|3\.4$)/), 'content'],
  [inWords(/recipient|mailbox|\busers?\b|\baccount\b/i), 'recipient'],
  [withStatus(/^5\.(1\.[78]|[3457]\.)/), 'service'],
  [() => true, 'recipient'],
];

/** A mail that was taken in and refused for no reason that is named may be taken another time. */
const OF_DATA: readonly Rule[] = [
  ...FIRST,
  [withStatus(/^5\.(6\.|2\.3$|3\.4$)/), 'content'],
  [inWords(CONTENT), 'content'],
  [() => true, 'service'],
];

const RULES: Partial<Record<Stage, readonly Rule[]>> = { recipient: OF_RCPT, content: OF_DATA };

/**
 * Whether the server refuses this recipient, or what this mail says, for good: never by an answer to anything but RCPT
 * and DATA, and not where the answer speaks of sender, login, quota or relaying. What is unclear may be tried again.
 */
export const isRefusal = (error: SmtpError): boolean => {
  if (error.permanent !== true) return false;
  const reply = readReply(error);
  const rule = RULES[stageOf(error)]?.find(([says]) => says(reply));
  return rule !== undefined && rule[1] !== 'service';
};
