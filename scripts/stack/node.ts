import { StackError } from './exec.ts';

const MAJOR = 24;

/** Throws `StackError` under a Node that is too old; the one of the npm package `node` is first on the PATH of npm's scripts. */
export function checkNode(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) < MAJOR)
    throw new StackError(
      `Node ${MAJOR} is needed, this is ${version}: start it with npm, which brings its own`,
    );
}
