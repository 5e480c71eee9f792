import type { Client } from '@temporalio/client';
import type { ProtoFailure } from '@temporalio/common';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';

/** What a failure says that the server has told of; where payloads are encrypted, it is one. */
export const messageOf = async (
  { options: { loadedDataConverter } }: Client,
  failure: ProtoFailure | null | undefined,
): Promise<string | undefined> =>
  (await decodeOptionalFailureToOptionalError(loadedDataConverter, failure))?.message;
