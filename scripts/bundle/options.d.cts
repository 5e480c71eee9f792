import type { BundleOptions } from '@temporalio/worker';

/** How the workflows are bundled, by the build and in tests. */
export const bundleOptions: () => BundleOptions;
