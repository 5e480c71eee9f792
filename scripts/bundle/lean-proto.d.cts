import type { Plugin } from 'esbuild';
import type { INamespace } from 'protobufjs/light';

/** Namespaces and types by their names. */
export type Types = NonNullable<INamespace['nested']>;

/** From where to where the JSON that describes all types stands in the source of a module of `pbjs -t json-module`. */
export const placeIn: (source: string) => [from: number, to: number];

/** What of that JSON is about messages that a client can send or receive. Throws where a namespace is not there. */
export const leanTypes: (json: string) => Types;

/** The source of the module with no more than that. Throws where it looks otherwise. */
export const leanModule: (source: string) => string;

/** Has esbuild take that in place of the module of @temporalio/proto. */
export const leanProto: Plugin;
