/** Makes what a module exports unchangeable, plain objects and arrays throughout. */
declare const seal: <T extends object>(exported: T) => T;
export = seal;
