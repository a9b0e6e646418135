/** A model file is missing, damaged or of another kind than expected. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: 'MODEL_MISSING' | 'MODEL_DAMAGED' | 'MODEL_MISMATCH';

  constructor(code: ModelError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
