/**
 * Base of all errors that onrecord throws on purpose. The message says what, where and what to do;
 * the facts are fields of the subclass, which lives in the folder that throws it.
 */
export abstract class OnrecordError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}
