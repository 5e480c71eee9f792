import type { Plugin } from 'esbuild';
import type { INamespace } from 'protobufjs/light';

/** Namespaces and types by their names. */
export type Types = NonNullable<INamespace['nested']>;

/** From where to where the JSON that describes all types stands in the source of a module of `pbjs -t json-module`. */
export const placeIn: (source: string) => [from: number, to: number];

/** The procedures of the WorkflowService that a text calls, by the names they have in JavaScript. */
export const calledIn: (text: string) => string[];

/**
 * What of that JSON is about messages that a client can send or receive. Throws where a namespace is not there, or a
 * message names one that was left out.
 */
export const leanTypes: (json: string) => Types;

/** The source of the module with no more than that. Throws where it looks otherwise. */
export const leanModule: (source: string) => string;

/** Has esbuild take that in place of the module of @temporalio/proto. */
export const leanProto: Plugin;
