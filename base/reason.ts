/** What a library says went wrong, and below it the server: `Failed to start Workflow` alone helps nobody. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
};
