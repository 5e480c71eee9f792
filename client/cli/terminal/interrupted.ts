/** Somebody has answered a question with Ctrl-C: the program ends, and nothing more is done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
