import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** By the name alone: what a resolver says of a name may be somebody else's word. */
const isLoopback = ({ hostname }: URL): boolean => {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const family = isIP(host);
  if (family === 0) return host === 'localhost';
  return LOOPBACK.check(host, family === 6 ? 'ipv6' : 'ipv4');
};

/** nodemailer's options by which a session may go on without TLS; what they say is said by `requireTLS` alone. */
const PLAIN = ['requireTLS', 'ignoreTLS', 'opportunisticTLS'] as const;

/** Given exactly once; nodemailer reads a repeated option differently. */
const says = ({ searchParams }: URL, name: string, value: string): boolean =>
  searchParams.getAll(name).join() === value;

const isSwitchedOff = (url: URL): boolean =>
  says(url, 'requireTLS', 'false') || says(url, 'ignoreTLS', 'true');

/**
 * The address of a mail server as nodemailer takes it: it would use STARTTLS only where it is offered, and whoever stands
 * in between need not offer it. So another machine hears nothing without TLS, unless `?requireTLS=false` allows it.
 */
export const encryptedUrl = (given: string): string => {
  const url = new URL(given);
  const isLeft = url.protocol === 'smtps:' || isSwitchedOff(url);
  if (isLeft || (isLoopback(url) && !url.searchParams.has('requireTLS'))) return given;
  for (const name of PLAIN) url.searchParams.delete(name);
  url.searchParams.set('requireTLS', 'true');
  return url.href;
};

const MAY_BE_READ =
  'SMTP_URL allows mail without TLS to another machine: whoever is on the way can read mails and the password';
const MAY_BE_ANYBODY =
  "SMTP_URL has the mail server's certificate unchecked: whoever is on the way can pass for that server";

/** What a worker warns of at its start; nothing of the URL is in it. */
export const warningsOf = (given: string): string[] => {
  const url = new URL(given);
  const warnings = [];
  if (url.protocol === 'smtp:' && !isLoopback(url) && isSwitchedOff(url)) warnings.push(MAY_BE_READ);
  if (says(url, 'tls.rejectUnauthorized', 'false')) warnings.push(MAY_BE_ANYBODY);
  return warnings;
};
