import { isGrpcServiceError } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { Language } from '../domain/round/roster';
import { type AttributeFault, attributeFaults, attributeFaultText } from '../workflows/namespace';
import { ConfigurationError } from './configuration';

type Words = { noNamespace: (namespace: string) => string; attributes: (wrong: string) => string };

const WORDS: Record<Language, Words> = {
  'zh-CN': {
    noNamespace: (namespace) =>
      `服务器上没有命名空间 ${namespace}，worker 没有启动。请用 rectify provision 创建，或更正 TEMPORAL_NAMESPACE。`,
    attributes: (wrong) =>
      `命名空间缺少下列搜索属性，或其类型不符（括号中为现有类型），事项将无法办理，worker 没有启动：${wrong}。请运行 rectify provision 补齐；类型不符的须先由运维人员移除。`,
  },
  en: {
    noNamespace: (namespace) =>
      `The server has no namespace ${namespace}, so the worker has not started. Create it with rectify provision, or correct TEMPORAL_NAMESPACE.`,
    attributes: (wrong) =>
      `The namespace lacks these search attributes, or has them with another type (in brackets), without which items cannot run, so the worker has not started: ${wrong}. Add them with rectify provision; those of another type must be removed first.`,
  },
};

/** The gRPC code of what is not there. */
const NOT_FOUND = 5;
/** Those of what this certificate may not ask, and of what a server or a proxy does not offer: permission denied, unimplemented. */
const NOT_TOLD: readonly (number | undefined)[] = [7, 12];

/** How long the server may take, in ms: without an end a worker would hang, and say nothing. */
const PATIENCE = 30_000;

const codeOf = (error: unknown): number | undefined => (isGrpcServiceError(error) ? error.code : undefined);

const failing = (say: (words: Words) => string): ConfigurationError =>
  new ConfigurationError(Object.values(WORDS).map(say).join('\n'));

const faultsIn = async (
  { workflowService, operatorService }: Pick<NativeConnection, 'workflowService' | 'operatorService'>,
  namespace: string,
): Promise<AttributeFault[]> => {
  await workflowService.describeNamespace({ namespace });
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  return attributeFaults(customAttributes);
};

/**
 * Makes sure that items can run in a namespace: where it lacks a search attribute, each of their tasks would fail.
 * @returns whether that could be found out: a server may not let workers list search attributes
 * @throws ConfigurationError
 */
export const checkNamespace = async (
  connection: Pick<NativeConnection, 'workflowService' | 'operatorService' | 'withDeadline'>,
  namespace: string,
): Promise<boolean> => {
  try {
    const wrong = (
      await connection.withDeadline(Date.now() + PATIENCE, () => faultsIn(connection, namespace))
    )
      .map(attributeFaultText)
      .join(' ');
    if (wrong !== '') throw failing((say) => say.attributes(wrong));
    return true;
  } catch (error) {
    if (codeOf(error) === NOT_FOUND) throw failing((say) => say.noNamespace(namespace));
    if (NOT_TOLD.includes(codeOf(error))) return false;
    throw error;
  }
};
