import { StoreMissing } from './errors';

/** What something that reads of a store answers; undefined where what it reads is not there. */
export const ifThere = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof StoreMissing) return undefined;
    throw error;
  }
};
