/**
 * Every error class of the lab (at most ten). A message says what happened with values · what was expected · what to do.
 * Only `name` and `message` survive a worker boundary, so code switches on `error.name`.
 */
const LONGEST_MESSAGE = 300;

/** @returns the text, or its beginning and end with … between: what happened and what to do stand there */
export function shortened(text: string, longest = LONGEST_MESSAGE): string {
  const half = Math.floor((longest - 1) / 2);
  if (text.length <= longest) return text;
  // No half of a character is left over.
  return `${text.slice(0, half)}…${text.slice(text.length - half)}`.replace(/\p{Cs}/gu, '');
}

/** @returns a value as messages show it, at most 60 characters */
export function shownValue(value: unknown): string {
  return value === undefined ? 'missing' : shortened(jsonOf(value), 60);
}

/** What is nested thousands of levels deep can be parsed, but not written again. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return 'nested too deeply';
  }
}

abstract class LabError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message === undefined ? message : shortened(message), options);
  }

  /** Written out, not taken from the class: minifiers rename classes. */
  abstract override readonly name: string;
}

/** A tensor's shape, dtype or an axis doesn't fit where it is used. */
export class ShapeError extends LabError {
  override readonly name = 'ShapeError';
}
/** A graph can't be built, differentiated or emitted. */
export class GraphError extends LabError {
  override readonly name = 'GraphError';
}
/** The device can't be used, was lost, or a session failed on it. Another device may be offered. */
export class DeviceError extends LabError {
  override readonly name = 'DeviceError';
}
/** The device ran out of memory. A smaller batch or another device may be offered. */
export class OutOfMemoryError extends LabError {
  override readonly name = 'OutOfMemoryError';
}
/** A loss, gradient or reward became NaN or infinite; the message names step and tensor. */
export class NonFiniteError extends LabError {
  override readonly name = 'NonFiniteError';
}
/** Input from outside (file, link, command line, typed value) isn't valid. */
export class InvalidInputError extends LabError {
  override readonly name = 'InvalidInputError';
}
/** A model folder or one of its files is missing or damaged. */
export class ModelError extends LabError {
  override readonly name = 'ModelError';
}
/** The run was stopped on purpose. Not shown as a failure. */
export class AbortedError extends LabError {
  override readonly name = 'AbortedError';
}
/** A run's own consistency check failed: an error of the lab, not of its user. */
export class CheckError extends LabError {
  override readonly name = 'CheckError';
}
/** The browser or the disk didn't store or didn't give back something: full, refused, or in use elsewhere. What was stored before stays. */
export class StorageError extends LabError {
  override readonly name = 'StorageError';
}
