import { serve } from '../bridge/host';
import { loadRuntime } from '../runtime/onnxruntime';
import type { TrainerCalls, TrainerEvent } from './api';
import { createTrainer } from './trainer';

const { emit } = serve<TrainerCalls, TrainerEvent>(
  createTrainer({
    loadRuntime,
    mark: `-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
    emit(event) {
      emit(event);
    },
  }),
);
