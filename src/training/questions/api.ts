import type { EvidenceCalls } from './evidence/api';
import type { ImportanceCalls } from './importance/api';
import type { MapCalls } from './maps/api';
import type { StatisticsCalls } from './statistics/api';
import type { TokenCalls } from './tokens/api';

/** Every question about heads and tokens, a folder each. */
export type QuestionCalls = MapCalls &
  EvidenceCalls &
  ImportanceCalls &
  StatisticsCalls &
  TokenCalls;
