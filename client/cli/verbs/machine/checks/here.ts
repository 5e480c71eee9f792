import { readFile } from 'node:fs/promises';
import { X509Certificate } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { reasonOf } from '../../../../../base/reason';
import type { Language } from '../../../../../domain/round/roster';
import { StoreFault } from '../../../../../store/fault';
import { looseRights } from '../../../../../store/file/loose-rights';
import { storeWords } from '../../../../../store/language';
import { findStore } from '../../../../../store/open';
import { roomOf } from '../../../../../store/room';
import type { Store } from '../../../../../store/store';
import { parseStoreUrl } from '../../../../../store/url';
import { type Environment, setting, storeUrl } from '../../../../api/settings';
import type { Check } from './names';

const LEAST_NODE = [20, 19] as const;

export const checkThisNode = (version: string): Check => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return { name: 'node', ok, found: version };
};

export const checkStore = async (environment: Environment, language: Language): Promise<Check> => {
  const url = storeUrl(environment);
  try {
    return { name: 'store', ok: true, found: await writable(await findStore(url), url) };
  } catch (error) {
    const found = error instanceof StoreFault ? storeWords(language).fault(error) : reasonOf(error);
    return { name: 'store', ok: false, found };
  }
};

/** What of a store this user can write: all of it, as a worker must, or evidence, which is enough for people. */
const writable = async (store: Store, url: string): Promise<string> => {
  try {
    await store.check();
    return url;
  } catch (error) {
    if (!(error instanceof StoreFault && error.kind === 'denied')) throw error;
    await store.check('evidence');
    return `${url} · evidence/`;
  }
};

/** Whether others than the worker could forge or take away what is the worker's. A bucket does not tell who may what. */
export const checkStoreRights = async (environment: Environment, language: Language): Promise<Check> => {
  const place = parseStoreUrl(storeUrl(environment));
  if (place.kind === 's3') return { name: 'store-rights', ok: true, found: storeWords(language).policies };
  const loose = await looseRights(place.path);
  return {
    name: 'store-rights',
    ok: loose.length === 0,
    ...(loose.length > 0 && { found: loose.join(' · ') }),
  };
};

const GIB = 1024 ** 3;
/** Less free than this, in octets or as a share of the disk, is soon too little. */
const LEAST_FREE = 2 * GIB;
const LEAST_SHARE = 0.1;

/** How much room a store on disk has left. */
export const checkStoreSpace = async (environment: Environment): Promise<Check> => {
  try {
    const room = await roomOf(storeUrl(environment));
    if (!room) return { name: 'store-space', ok: true, found: '–' };
    const share = room.free / room.size;
    return {
      name: 'store-space',
      ok: room.free >= LEAST_FREE && share >= LEAST_SHARE,
      found: `${(room.free / GIB).toFixed(1)} GiB (${(share * 100).toFixed(0)} %)`,
    };
  } catch (error) {
    return { name: 'store-space', ok: false, found: reasonOf(error) };
  }
};

const DAY_MS = 86_400_000;
/** A certificate that lasts no longer than so many days is to be renewed now. */
const LEAST_DAYS = 30;

/** The PEM certificates in a text, a chain or an authority's file. */
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const daysLeft = (pem: string, now: number): number =>
  Math.floor((Date.parse(new X509Certificate(pem).validTo) - now) / DAY_MS);

/** How long the certificates for the Temporal server still last: `client 12 d`, by the shortest of each file. `now`: epoch milliseconds. */
export const checkCertificates = (environment: Environment, now: number): Check => {
  const name = 'certificates';
  try {
    const { tls } = loadClientConnectConfig({
      overrideEnvVars: Object.fromEntries(
        Object.entries(environment).filter((one): one is [string, string] => (one[1] ?? '') !== ''),
      ),
    }).connectionOptions;
    const given = typeof tls === 'object' && tls !== null ? tls : {};
    const files = { client: given.clientCertPair?.crt, authority: given.serverRootCACertificate };
    const ages = Object.entries(files).flatMap(([which, content]) => {
      const all = Buffer.from(content ?? [])
        .toString()
        .match(PEM);
      return all ? [{ which, days: Math.min(...all.map((pem) => daysLeft(pem, now))) }] : [];
    });
    const found = ages.map(({ which, days }) => `${which} ${String(days)} d`).join(', ');
    return { name, ok: ages.every(({ days }) => days >= LEAST_DAYS), found: found === '' ? '–' : found };
  } catch (error) {
    return { name, ok: false, found: reasonOf(error) };
  }
};

/** In ms. */
const SMTP_PATIENCE = 5_000;

const smtpUrl = async (environment: Environment): Promise<string | undefined> => {
  const file = setting(environment, 'SMTP_URL_FILE');
  return file === undefined ? setting(environment, 'SMTP_URL') : (await readFile(file, 'utf8')).trim();
};

/**
 * Whether the mail server greets and answers EHLO, with TLS where it is to be had: no mail, and no login, since whoever runs this may be
 * on another machine than the worker. Undefined where this machine does not know the server.
 */
export const checkSmtp = async (environment: Environment): Promise<Check | undefined> => {
  try {
    const given = await smtpUrl(environment);
    if (given === undefined) return undefined;
    const url = new URL(given);
    [url.username, url.password] = ['', ''];
    const limits = {
      connectionTimeout: SMTP_PATIENCE,
      greetingTimeout: SMTP_PATIENCE,
      socketTimeout: SMTP_PATIENCE,
    };
    const transport = createTransport({ url: url.href, ...limits });
    try {
      await transport.verify();
    } finally {
      transport.close();
    }
    return { name: 'smtp', ok: true, found: url.host };
  } catch (error) {
    return { name: 'smtp', ok: false, found: reasonOf(error) };
  }
};
