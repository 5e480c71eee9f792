import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { TextDecoder, TextEncoder } from 'node:util';
import { build } from 'esbuild';
import { instant } from '../calendar/zone';
import { RFC_KEY, signed } from '../../testing/keys';

/** As the workflow sandbox does: a context of its own, with these globals and no others of Node. */
const inSandbox = async (expression: string): Promise<unknown> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'identity',
    logLevel: 'silent',
  });
  const context = createContext({ TextDecoder, TextEncoder });
  return runInContext(`${outputFiles[0]?.text ?? ''};JSON.stringify(${expression})`, context);
};

test('a signature is verified with nothing but what the workflow sandbox has', async () => {
  const command = { opinion: '同意销号' };
  const keys = [{ kid: RFC_KEY.kid, x: RFC_KEY.x, from: instant(0) }];
  const call = `identity.openSigned(${JSON.stringify(signed(command))}, ${JSON.stringify(keys)}, 1)`;
  expect(await inSandbox(call)).toBe(JSON.stringify({ payload: command, kid: RFC_KEY.kid }));
});
