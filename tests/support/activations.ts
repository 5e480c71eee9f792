import { coresdk } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker';
import { ReusableVMWorkflow, ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm';
import type { Workflow, WorkflowCreateOptions } from '@temporalio/worker/lib/workflow/interface';
import { workflowBundle } from './bundle';

const { WorkflowActivation } = coresdk.workflow_activation;
const { WorkflowActivationCompletion } = coresdk.workflow_completion;

/** What the SDK's core told a workflow on replay, step by step, and what the workflow answered. */
export type Activations = {
  options: WorkflowCreateOptions;
  steps: { told: Uint8Array; answered: unknown }[];
};

/** As a worker would send it; ids of a run are left out, for each workflow has another. */
const answerOf = (completion: coresdk.workflow_completion.IWorkflowActivationCompletion): unknown => {
  const sent = WorkflowActivationCompletion.decode(WorkflowActivationCompletion.encode(completion).finish());
  return { ...sent.toJSON(), runId: '' };
};

/** The SDK deletes and replaces parts of what it is given. */
const copyOf = (options: WorkflowCreateOptions, runId: string): WorkflowCreateOptions => ({
  ...options,
  info: { ...options.info, runId, unsafe: { ...options.info.unsafe } },
});

/** A method as it is before it is spied on. */
const methodOf = <T extends object, K extends keyof T>(type: { prototype: T }, name: K): T[K] =>
  type.prototype[name];

/** Replays a history by the SDK, alone, and takes down what passes between core and workflow. */
export const activationsOf = async (
  history: { events: Record<string, unknown>[] },
  workflowId: string,
): Promise<Activations> => {
  const created: WorkflowCreateOptions[] = [];
  const steps: Activations['steps'] = [];
  const createWorkflow = methodOf(ReusableVMWorkflowCreator, 'createWorkflow');
  const activate = methodOf(ReusableVMWorkflow, 'activate');
  const creating = jest.spyOn(ReusableVMWorkflowCreator.prototype, 'createWorkflow');
  const activating = jest.spyOn(ReusableVMWorkflow.prototype, 'activate');
  creating.mockImplementation(function (this: ReusableVMWorkflowCreator, options) {
    created.push(copyOf(options, options.info.runId));
    return createWorkflow.call(this, options);
  });
  activating.mockImplementation(async function (this: ReusableVMWorkflow, activation) {
    const told = WorkflowActivation.encode(activation).finish();
    const completion = await activate.call(this, activation);
    steps.push({ told, answered: answerOf(completion) });
    return completion;
  });
  try {
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, workflowId);
  } finally {
    creating.mockRestore();
    activating.mockRestore();
  }
  const [options] = created;
  if (!options || created.length > 1) throw new Error(`${workflowId} was created ${created.length} times`);
  return { options, steps };
};

const jobsOf = ({ told }: Activations['steps'][number]) => WorkflowActivation.decode(told).jobs;

const isAnswer = (jobs?: coresdk.workflow_activation.IWorkflowActivationJob[]): boolean =>
  jobs?.every(({ resolveActivity }) => resolveActivity?.isLocal === true) ?? false;

/** For one call into a workflow. */
const TIMEOUT_MS = 60_000;

/** One context in which workflows live side by side, as in a worker. */
export class SharedContext {
  private constructor(private readonly creator: ReusableVMWorkflowCreator) {}

  static async create(): Promise<SharedContext> {
    const { code } = await workflowBundle();
    const parsed = parseWorkflowCode(code);
    return new SharedContext(await ReusableVMWorkflowCreator.create(parsed, TIMEOUT_MS, new Set()));
  }

  /** A workflow of its own, that goes through recorded activations. */
  life(activations: Activations, runId: string): SharedLife {
    return new SharedLife(this.creator, activations, runId);
  }

  destroy(): Promise<void> {
    return this.creator.destroy();
  }
}

/** A workflow that can be evicted at any time, and then goes through all that it was told again. */
export class SharedLife {
  private workflow: Workflow | undefined;
  private done = 0;

  constructor(
    private readonly creator: ReusableVMWorkflowCreator,
    private readonly activations: Activations,
    private readonly runId: string,
  ) {}

  get hasEnded(): boolean {
    return this.done === this.activations.steps.length;
  }

  /** Tells it the next thing, after all before, if it was evicted. Each answer is the recorded one. */
  async step(): Promise<void> {
    const { options, steps } = this.activations;
    if (!this.workflow) {
      this.workflow = await this.creator.createWorkflow(copyOf(options, this.runId));
      for (const before of steps.slice(0, this.done)) await this.tell(this.workflow, before);
    }
    const next = steps[this.done];
    if (!next) throw new Error(`${this.runId} has ended`);
    await this.tell(this.workflow, next);
    this.done += 1;
  }

  /** Whether it is next told the answer of a local activity, and then something else. */
  get canBeToldLate(): boolean {
    const [answer, after] = this.activations.steps.slice(this.done, this.done + 2).map(jobsOf);
    return this.workflow !== undefined && isAnswer(answer) && after !== undefined && !isAnswer(after);
  }

  /** What it fails with where that answer comes together with what comes after it, as of a task that is new. */
  async tellLate(): Promise<string | null | undefined> {
    const [answer, after] = this.activations.steps.slice(this.done, this.done + 2);
    if (!this.workflow || !answer || !after) throw new Error(`${this.runId} has nothing to be told late`);
    const activation = WorkflowActivation.decode(after.told);
    // A new task has no marks.
    const jobs = [...activation.jobs.filter(({ notifyHasPatch }) => !notifyHasPatch), ...jobsOf(answer)];
    const completion = await this.workflow.activate(
      Object.assign(activation, { runId: this.runId, isReplaying: false, jobs }),
    );
    return completion.failed?.failure?.message;
  }

  private async tell(workflow: Workflow, { told, answered }: Activations['steps'][number]): Promise<void> {
    const activation = WorkflowActivation.decode(told);
    activation.runId = this.runId;
    const completion = await workflow.activate(activation);
    await workflow.getAndResetSinkCalls();
    expect(answerOf(completion)).toEqual(answered);
  }

  /** What it answers to a query, once it has gone through everything. */
  async ask(query: string): Promise<unknown> {
    while (!this.hasEnded) await this.step();
    if (!this.workflow) throw new Error(`${this.runId} was evicted`);
    const job = { queryWorkflow: { queryId: 'state', queryType: query, arguments: [] } };
    const last = this.activations.steps.at(-1)?.told ?? new Uint8Array();
    const { timestamp, historyLength } = WorkflowActivation.decode(last);
    const activation = { runId: this.runId, timestamp, historyLength, isReplaying: true, jobs: [job] };
    const { successful } = await this.workflow.activate(WorkflowActivation.fromObject(activation));
    await this.workflow.getAndResetSinkCalls();
    const data = successful?.commands?.[0]?.respondToQuery?.succeeded?.response?.data;
    if (!data) throw new Error(`${this.runId} does not answer ${query}`);
    return JSON.parse(Buffer.from(data).toString()) as unknown;
  }

  async evict(): Promise<void> {
    await this.workflow?.dispose();
    this.workflow = undefined;
  }
}
