import { reportOn } from '../../client/local/progress';
import { Campaign } from './campaign';
import { serveMail } from './mail-server';
import { type Options, optionsIn, USAGE } from './options';
import { linesOf } from './report';
import { exitBy } from '../support/exit-by';

/** `npm run chaos`: exit code 0 where every invariant holds, 1 where one does not, 2 for options that are none. */
const main = async (args: string[]): Promise<number> => {
  let options: Options;
  try {
    options = optionsIn(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const report = await Campaign.run(options, reportOn(process.stderr));
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${linesOf(report).join('\n')}\n`);
  return report.violations === 0 ? 0 : 1;
};

const [role, port, folder] = process.argv.slice(2);
if (role === 'mail-server' && folder !== undefined) serveMail(Number(port), folder);
else exitBy(main(process.argv.slice(2)));
