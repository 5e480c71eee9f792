import type { WorkerWords } from './words';

export const ENGLISH: WorkerWords = {
  todo: {
    server:
      'The Temporal server does not answer: check it, the network, TEMPORAL_ADDRESS, and whether certificates have expired. Work goes on by itself afterwards.',
    namespace: 'Mend namespace and search attributes as it says: rectify provision.',
    store:
      'Check the mount, the free space and the rights of the store (STORE). Until then mails and archives wait; nothing is lost.',
    keys: 'Give all workers the same SEAL_KEYS_FILE, and restart them.',
    workers: 'This worker no longer polls: restart it, and look into its log for the reason.',
    'workflow-tasks':
      'Workflow tasks fail; the items, rounds or mailboxes stand still, and nothing is lost. NonDeterminismError: this build does not fit histories that are there, so go back to the one before. GrpcMessageTooLarge, PayloadsTooLarge: a message is too large. rectify doctor says which they are.',
    clock:
      'The clock of this machine differs from the server (or tasks queue for long): check NTP. With a wrong clock signed commands are refused.',
  },
};
