import { loadClientConnectConfig } from '@temporalio/envconfig';

/**
 * How to reach Temporal, as its own CLI would: from TEMPORAL_* or the profile in `temporal.toml`. An empty variable counts
 * as unset (POSIX).
 */
export const connectionIn = (environment: Record<string, string | undefined>) =>
  loadClientConnectConfig({
    overrideEnvVars: Object.fromEntries(
      Object.entries(environment).filter((one): one is [string, string] => (one[1] ?? '') !== ''),
    ),
  });
