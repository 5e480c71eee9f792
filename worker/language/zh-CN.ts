import type { WorkerWords } from './words';

export const CHINESE: WorkerWords = {
  todo: {
    server: '连不上 Temporal 服务器：请检查服务器和网络、TEMPORAL_ADDRESS、证书是否到期。恢复后自动继续。',
    namespace: '请按所述补齐命名空间和搜索属性：rectify provision。',
    store: '请检查存储（STORE）的挂载、剩余空间和权限。在此之前邮件和归档都会等待，不会丢失。',
    keys: '请让所有 worker 使用同一份 SEAL_KEYS_FILE，然后重启。',
    workers: '任务轮询已停止：请重启 worker，并查看日志中的原因。',
    'workflow-tasks':
      '有工作流任务失败，这些事项、轮次或信箱暂停，不会丢失。NonDeterminismError：新版本与已有历史不符，请退回原版本；GrpcMessageTooLarge、PayloadsTooLarge：消息过大。用 rectify doctor 查看是哪些。',
    clock: '本机时钟与服务器不一致（或任务排队过久）：请检查 NTP；不一致的时钟会使签名指令被拒绝。',
  },
};
