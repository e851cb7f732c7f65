import { serve } from '../bridge/host';
import { loadRuntime } from '../runtime/onnxruntime';
import type { TrainerCalls, TrainerEvent } from './api';
import { createTrainer } from './trainer';

const { emit } = serve<TrainerCalls, TrainerEvent>(
  createTrainer({
    loadRuntime,
    emit(event) {
      emit(event);
    },
  }),
);
