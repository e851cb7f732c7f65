import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { Runtime } from '../runtime/runtime';

/**
 * For tests: a runtime that knows which of its sessions and tensors have not been freed. Only tensors of
 * more than one axis are counted: the others stand for numbers and never lie on a GPU.
 * @param sessions how many can be created; the next one fails, as when memory has run out.
 */
export function countingRuntime(runtime: Runtime, sessions = Number.POSITIVE_INFINITY) {
  const live = { sessions: new Set<InferenceSession>(), tensors: new Set<Tensor>() };
  let created = 0;
  const CountedTensor = new Proxy(runtime.Tensor, {
    construct(target, parameters) {
      const tensor = Reflect.construct(target, parameters) as Tensor;
      const dispose = tensor.dispose.bind(tensor);
      tensor.dispose = () => {
        live.tensors.delete(tensor);
        dispose();
      };
      if (tensor.dims.length > 1) live.tensors.add(tensor);
      return tensor;
    },
  });
  const counting: Runtime = {
    ...runtime,
    Tensor: CountedTensor,
    async createSession(...parameters) {
      if (created++ >= sessions) throw new Error('out of memory');
      const session = await runtime.createSession(...parameters);
      const release = session.release.bind(session);
      session.release = async () => {
        live.sessions.delete(session);
        await release();
      };
      live.sessions.add(session);
      return session;
    },
  };
  return { runtime: counting, live };
}
