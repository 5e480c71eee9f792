/** A text in the server's query language. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
