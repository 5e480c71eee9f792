import { InterceptingCall, type Interceptor } from '@grpc/grpc-js';
import { defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

type Onward = ConstructorParameters<typeof InterceptingCall>[0];

/** A call that goes nowhere: whoever had asked is gone with the connection. */
const unheard = (): InterceptingCall => new InterceptingCall({} as Onward, { start: () => undefined });

/**
 * What the SDK does by itself, asking again what nobody answered, for as long as a connection is open: after that it would throw
 * from a timer, past everybody, and end the process with a trace of its stack.
 */
export const askedWhileOpen = (): { interceptors: Interceptor[]; ended: () => void } => {
  let isOpen = true;
  const whileOpen: Interceptor = (options, nextCall) =>
    isOpen ? new InterceptingCall(nextCall(options)) : unheard();
  return {
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), whileOpen],
    ended: () => {
      isOpen = false;
    },
  };
};
