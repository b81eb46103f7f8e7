import { InferenceSession } from 'onnxruntime-node';

/**
 * Opens a model on ONNX Runtime.
 * @param threads that one pass runs on; all cores by default.
 */
export function openSession(bytes: Uint8Array, threads?: number): Promise<InferenceSession> {
  return InferenceSession.create(bytes, {
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // Two sessions whose waiting threads spin take the processor from each other.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
  });
}
