import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Namespace, type NamespaceBase, type ReflectionObject, Root, Service, Type } from 'protobufjs/light';
import { inRepository } from '../../testing/repository';
import { calledIn, leanModule, leanTypes, placeIn, type Types } from './lean-proto.cjs';

const source = readFileSync(require.resolve('@temporalio/proto/protos/json-module.js'), 'utf8');
const json = source.slice(...placeIn(source));

const rootOf = (nested: Types): Root => {
  const root = Root.fromJSON({ nested });
  root.resolveAll();
  return root;
};

const everythingIn = (within: NamespaceBase): ReflectionObject[] =>
  within.nestedArray.flatMap((one) => [one, ...(one instanceof Namespace ? everythingIn(one) : [])]);

const isMessage = (one: ReflectionObject): one is Type => one instanceof Type;
const isService = (one: ReflectionObject): one is Service => one instanceof Service;

/** Fields that another file adds to the options of a description carry notes, too; the names of these begin with a dot. */
const fieldsOf = ({ fieldsArray }: Type) =>
  fieldsArray
    .filter(({ name }) => !name.startsWith('.'))
    .map(({ name, id, repeated, packed, resolvedType, type }) => {
      const of = resolvedType?.fullName ?? type;
      return { name, id, repeated, packed, of };
    });

/** Each procedure of a service, with what it is asked and what it answers. */
const proceduresOf = (root: Root, service: string): Map<string, (string | undefined)[]> =>
  new Map(
    root
      .lookupService(service)
      .methodsArray.map(({ name, resolvedRequestType: asked, resolvedResponseType: answer }) => [
        name.replace(/^./, (first) => first.toLowerCase()),
        [asked?.fullName, answer?.fullName],
      ]),
  );

const textsIn = (folder: string, extension: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));

describe('the description of the messages, cut down', () => {
  const lean = rootOf(leanTypes(json));
  const whole = rootOf(JSON.parse(json) as Types);
  const WORKFLOWS = '.temporal.api.workflowservice.v1.WorkflowService';

  it.each([
    '.grpc.health.v1.Health',
    '.temporal.api.operatorservice.v1.OperatorService',
    '.temporal.api.testservice.v1.TestService',
  ])('has %s as it was', (service) => {
    expect(proceduresOf(lean, service)).toEqual(proceduresOf(whole, service));
  });

  it.each([
    ['the client library', path.dirname(require.resolve('@temporalio/client')), '.js', 'queryWorkflow'],
    ['our own client', inRepository('client'), '.ts', 'describeNamespace'],
  ])('has every procedure that %s calls', (_, folder, extension, oneOfThem) => {
    const called = new Set(textsIn(folder, extension).flatMap(calledIn));
    const [left, all] = [proceduresOf(lean, WORKFLOWS), proceduresOf(whole, WORKFLOWS)];
    expect(called).toContain(oneOfThem);
    for (const name of called) expect([name, left.get(name)]).toEqual([name, all.get(name)]);
  });

  it('says of each message what the whole one says of it', () => {
    const messages = everythingIn(lean).filter(isMessage);
    expect(messages.length).toBeGreaterThan(400);
    for (const message of messages)
      expect(fieldsOf(message)).toEqual(fieldsOf(whole.lookupType(message.fullName)));
  });

  it('has no service but those that a client calls, and is less than half as long', () => {
    const services = everythingIn(lean).filter(isService);
    expect(services).toHaveLength(4);
    const length = (root: Root) => JSON.stringify(root.toJSON()).length;
    expect(length(lean)).toBeLessThan(length(whole) * 0.5);
  });
});

it.each([
  ['a namespace is gone', 'x.addJSON({ "temporal": {} })'],
  ['it is no JSON', 'x.addJSON(types)'],
])('does not go on where %s', (_, text) => {
  expect(() => leanModule(text)).toThrow();
});
