/** The first letter of an English text as a sentence begins: `Approve`. What has no such letter stays as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
