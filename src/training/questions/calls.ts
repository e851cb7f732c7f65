import { type Handlers, transfer } from '../../bridge/host';
import { pauseUntilAborted } from '../../bridge/next-message';
import type { LabelledImage } from '../../vocabulary/images';
import type { TokenStore } from '../data/token-store';
import type { HeadRegistry } from '../head/registry';
import type { InspectCalls } from './api';
import { splitLogit, splitOwnLogits } from './evidence/evidence';
import { measureImportance } from './importance/importance';
import { collectMapStatistics, mapsOfQuery } from './statistics/statistics';

/** Answers those who look at heads. Long answers pause often, so that short ones need not wait. */
export function inspectCalls(heads: HeadRegistry, store: TokenStore): Handlers<InspectCalls> {
  const withTokens = <T extends { id: string }>(images: readonly T[]) =>
    images.filter((image) => store.has(image.id));

  return {
    async inspect({ head, imageId }) {
      if (!store.has(imageId)) return null;
      const seen = await heads.use(head, ({ view, tensors }) => view.inspect(tensors, imageId));
      return transfer(seen, seen?.maps ? [seen.maps.weights.buffer] : []);
    },

    async evidence({ head, ...requested }) {
      if (!store.has(requested.imageId)) return null;
      const answer = await heads.use(head, ({ view, tensors }) =>
        splitLogit(view, tensors, requested),
      );
      return transfer(answer, answer?.kind === 'evidence' ? [answer.evidence.weights.buffer] : []);
    },

    mapStatistics({ head }, { signal, progress }) {
      const ids = store.ids();
      return heads.use(head, ({ view, tensors }) =>
        collectMapStatistics(view, tensors, ids, {
          onProgress: (done) => progress({ done, total: ids.length }),
          pause: pauseUntilAborted(signal),
        }),
      );
    },

    async queryMaps({ head, query, imageIds }, { signal }) {
      const found = await heads.use(head, ({ view, tensors }) =>
        mapsOfQuery(view, tensors, query, imageIds, pauseUntilAborted(signal)),
      );
      return found && transfer(found, [found.weights.buffer]);
    },

    async queryEvidence({ head, images }, { signal, progress }) {
      const known = withTokens(images);
      const weights = await heads.use(head, ({ view, tensors }) =>
        splitOwnLogits(view, tensors, known, {
          onProgress: (done) => progress({ done, total: known.length }),
          pause: pauseUntilAborted(signal),
        }),
      );
      return (
        weights && transfer({ imageIds: known.map((image) => image.id), weights }, [weights.buffer])
      );
    },

    importance({ head }, { signal, progress }) {
      return heads.use(head, async ({ run, view, tensors }) => {
        const heldOut = withTokens(run.plan.split.heldOut);
        const images: LabelledImage[] =
          heldOut.length > 0 ? heldOut : withTokens(run.plan.split.training);
        const measured = await measureImportance(view, tensors, images, {
          onProgress: (done) => progress({ done, total: images.length }),
          pause: pauseUntilAborted(signal),
        });
        return measured && { ...measured, heldOut: heldOut.length > 0 };
      });
    },

    async forgetHead({ headId }) {
      await heads.forget(headId);
      return null;
    },
  };
}
