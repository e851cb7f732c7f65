import { describeHead, originOf } from './describe-head';
import { describeEvidence, describeMap, describePatch } from './describe-map';
import { describeState } from './describe-state';

/** Short descriptions that several rooms of the page use. */
export const describe = {
  map: describeMap,
  evidence: describeEvidence,
  patch: describePatch,
  head: describeHead,
  /** Which comparison a head comes from. */
  headOrigin: originOf,
  /** What a thumbnail shows; empty where there is nothing to say. */
  state: describeState,
  /** In the place of the name of a class that is no longer there. */
  deletedClass: 'a deleted class',
};
