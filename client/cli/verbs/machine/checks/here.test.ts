import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scratchStore } from '../../../../../testing/store';
import { checkCertificates, checkSmtp, checkStoreSpace } from '.';

const DAY = 86_400_000;

/** A certificate that lasts so many days, with its key, as files. */
const aCertificate = async (days: number) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rectify-certificate-'));
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const how = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=p05'];
  execFileSync('openssl', ['req', ...how, '-days', String(days), '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  return { TEMPORAL_TLS_CLIENT_CERT_PATH: certificate, TEMPORAL_TLS_CLIENT_KEY_PATH: key };
};

test('a certificate is missed a month before it expires, and once it has', async () => {
  const environment = await aCertificate(40);
  const now = Date.now();
  expect(checkCertificates(environment, now)).toMatchObject({ ok: true, found: 'client 39 d' });
  expect(checkCertificates(environment, now + 15 * DAY)).toMatchObject({ ok: false, found: 'client 24 d' });
  expect(checkCertificates(environment, now + 50 * DAY)).toMatchObject({ ok: false, found: 'client -11 d' });
});

test('without TLS there is no certificate to expire', () => {
  expect(checkCertificates({}, Date.now())).toEqual({ name: 'certificates', ok: true, found: '–' });
});

test('the free space of a store on disk is told, that of a bucket cannot be', async () => {
  const { url } = await scratchStore();
  expect((await checkStoreSpace({ STORE: url })).found).toMatch(/^\d+\.\d GiB \(\d+ %\)$/);
  expect(await checkStoreSpace({ STORE: 's3://bucket/prefix' })).toMatchObject({ ok: true, found: '–' });
});

test('where this machine knows no mail server none is asked', async () => {
  expect(await checkSmtp({})).toBeUndefined();
});

test('a mail server that is not there is told without the password of its URL', async () => {
  const check = await checkSmtp({ SMTP_URL: 'smtp://user:secret@127.0.0.1:1' });
  expect(check?.ok).toBe(false);
  expect(JSON.stringify(check)).not.toContain('secret');
});
