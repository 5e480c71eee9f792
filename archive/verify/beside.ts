import { dirname } from 'node:path';

/** The path or URL of the folder with this name beside a bag. */
export const beside = (location: string, name: string): string => {
  const trimmed = location.replace(/(?<!\/)\/+$/, '');
  return /^[a-z0-9]+:\/\//.test(location)
    ? `${trimmed.slice(0, trimmed.lastIndexOf('/'))}/${name}`
    : `${dirname(trimmed)}/${name}`;
};
