import { readFileSync } from 'node:fs';
import { Namespace, type NamespaceBase, type ReflectionObject, Root, Service, Type } from 'protobufjs/light';
import { leanModule, leanTypes, placeIn, type Types } from './lean-proto.cjs';

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

describe('the description of the messages, cut down', () => {
  const lean = rootOf(leanTypes(json));
  const whole = rootOf(JSON.parse(json) as Types);

  it('has every service that a client calls, with all its methods and their messages', () => {
    const services = everythingIn(lean).filter(isService);
    const methods = (root: Root, name: string) =>
      root
        .lookupService(name)
        .methodsArray.map(({ name: method, resolvedRequestType, resolvedResponseType }) => [
          method,
          resolvedRequestType?.fullName,
          resolvedResponseType?.fullName,
        ]);
    expect(services.map(({ fullName }) => fullName).sort()).toEqual([
      '.grpc.health.v1.Health',
      '.temporal.api.operatorservice.v1.OperatorService',
      '.temporal.api.testservice.v1.TestService',
      '.temporal.api.workflowservice.v1.WorkflowService',
    ]);
    for (const { fullName } of services) expect(methods(lean, fullName)).toEqual(methods(whole, fullName));
  });

  it('says of each message what the whole one says of it', () => {
    const messages = everythingIn(lean).filter(isMessage);
    expect(messages.length).toBeGreaterThan(500);
    for (const message of messages)
      expect(fieldsOf(message)).toEqual(fieldsOf(whole.lookupType(message.fullName)));
  });

  it('is little more than half as long', () => {
    expect(JSON.stringify(lean.toJSON()).length).toBeLessThan(JSON.stringify(whole.toJSON()).length * 0.6);
  });
});

it.each([
  ['a namespace is gone', 'x.addJSON({ "temporal": {} })'],
  ['it is no JSON', 'x.addJSON(types)'],
])('does not go on where %s', (_, text) => {
  expect(() => leanModule(text)).toThrow();
});
