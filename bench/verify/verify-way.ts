import { verifyFolder } from '../../archive/verify/bag';
import { openFolder } from '../../store/open';

/** What one verification has taken and found; `problems` are those of the record's files, by their paths. */
export type Verified = {
  ms: number;
  /** Octets that the process had at most. */
  peak: number;
  valid: boolean;
  faults: number;
  problems: [file: string, problem: string][];
  files: number;
  octets: number;
};

/** A program: verifies the bag at a place as `rectify verify` does, and prints what came of it as JSON. */
const main = async ([location = '']: string[]): Promise<void> => {
  const began = performance.now();
  const { valid, faults, files, octets } = await verifyFolder(await openFolder(location), location);
  const problems = faults.map((fault): [string, string] => [
    fault.file,
    'problem' in fault ? fault.problem : fault.type,
  ]);
  const verified: Verified = {
    ms: performance.now() - began,
    peak: process.resourceUsage().maxRSS * 1024,
    valid,
    faults: faults.length,
    problems: problems.slice(0, 20),
    files,
    octets,
  };
  process.stdout.write(JSON.stringify(verified));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String((error as Error).stack));
  process.exitCode = 1;
});
