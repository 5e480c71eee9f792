import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { after, run } from './run';

/** A way to get a server that is not on the machine. */
export interface Way {
  title: string;
  /** Works in the empty folder `scratch` and answers with the path of the executable in it. */
  make(scratch: string, env: NodeJS.ProcessEnv): Promise<string>;
}

/** A server that this project runs on the machine of a developer. */
export interface ServerKind {
  title: string;
  /** Environment variable that names the executable. */
  variable: string;
  /** Its name on PATH. */
  command: string;
  /** Its name in our cache; the version is part of it, so that a newer project takes a newer server. */
  kept: string;
  ways: Way[];
}

/** The last version whose go.mod has no `replace`, which `go install` would refuse. */
const CLI_VERSION = '1.5.1';
const TEST_SERVER_VERSION = '1.38.0';

/** A cold build takes 4 minutes on two cores. */
const BUILD_MS = 20 * 60_000;
/** A download may be slow, but not silent. */
const SILENT_MS = 60_000;

export const DEV_SERVER: ServerKind = {
  title: 'Temporal dev server',
  variable: 'TEMPORAL_CLI_PATH',
  command: 'temporal',
  kept: `temporal-${CLI_VERSION}`,
  ways: [
    { title: "the SDK's download", make: (scratch) => download('createLocal', `v${CLI_VERSION}`, scratch) },
    goInstall('github.com/temporalio/cli/cmd/temporal', CLI_VERSION),
  ],
};

export const TEST_SERVER: ServerKind = {
  title: 'Temporal test server',
  variable: 'TEMPORAL_TEST_SERVER_PATH',
  command: 'temporal-test-server',
  kept: `temporal-test-server-${TEST_SERVER_VERSION}`,
  ways: [
    {
      title: "the SDK's download",
      make: (scratch) => download('createTimeSkipping', `v${TEST_SERVER_VERSION}`, scratch),
    },
    { title: 'Java with Maven', make: buildTestServer },
  ],
};

/** A build of a program of a Go module; `path` ends with its name. */
export function goInstall(path: string, version: string): Way {
  const make = async (scratch: string, env: NodeJS.ProcessEnv) => {
    await run('go', ['install', `${path}@v${version}`], {
      cwd: scratch,
      env: { ...env, CGO_ENABLED: '0', GOBIN: scratch },
      giveUp: after(BUILD_MS),
    });
    return join(scratch, basename(path));
  };
  return { title: 'a build with go install', make };
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${TEST_SERVER_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

/** A shell script that runs the jars of the user's Maven repository. */
async function buildTestServer(scratch: string, env: NodeJS.ProcessEnv): Promise<string> {
  const file = (name: string) => join(scratch, name);
  await writeFile(file('pom.xml'), POM);
  const goal = ['dependency:build-classpath', '-Dmdep.outputFile=classpath'];
  await run('mvn', ['-q', '-B', ...goal], { cwd: scratch, env, giveUp: after(BUILD_MS) });
  const classpath = (await readFile(file('classpath'), 'utf8')).trim();
  const quick = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1';
  const java = `exec java ${quick} -cp '${classpath}' io.temporal.testserver.TestServer "$@"`;
  await writeFile(file('wrapper'), `#!/bin/sh\n${java}\n`);
  return file('wrapper');
}

/** Runs in a process of its own, since the SDK cannot be told to stop a download that hangs. */
const DOWNLOAD = `
const [, testing, create, version, downloadDir] = process.argv;
const executable = { type: 'cached-download', version, downloadDir };
require(testing).TestWorkflowEnvironment[create]({ server: { executable } })
  .then((environment) => environment.teardown())
  .catch((error) => { console.error(error.message); process.exitCode = 1; });
`;

async function download(
  create: 'createLocal' | 'createTimeSkipping',
  version: string,
  scratch: string,
): Promise<string> {
  const args = ['-e', DOWNLOAD, testingPackage(), create, version, scratch];
  await run(process.execPath, args, { giveUp: silent(scratch) });
  const [file] = await readdir(scratch);
  if (file === undefined) throw new Error('the download left no file');
  return join(scratch, file);
}

/** @temporalio/testing is for development only: an installation without it goes on with the next way. */
function testingPackage(): string {
  try {
    return createRequire(__filename).resolve('@temporalio/testing');
  } catch {
    throw new Error('@temporalio/testing is not installed');
  }
}

/** Gives up when the files of a folder have not grown for a minute. */
function silent(folder: string): () => Promise<string | undefined> {
  let size = -1;
  let since = Date.now();
  return async () => {
    const now = await sizeOf(folder);
    if (now !== size) [size, since] = [now, Date.now()];
    return Date.now() - since > SILENT_MS ? `nothing came for ${String(SILENT_MS / 1000)} s` : undefined;
  };
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
