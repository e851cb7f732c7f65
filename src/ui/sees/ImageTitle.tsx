import { DropdownMenu } from 'radix-ui';
import { percent } from '../../messages/en/format';
import type { ImageItem } from '../../state/slices/types';
import { useAppState } from '../hooks/use-app';
import type { PredictionVerdict } from '../hooks/use-verdicts';
import { ImageMenuItems } from '../images/ImageMenuItems';
import { Icon } from '../kit/Icon';
import { Term } from '../kit/Term';
import { SaveImage } from './SaveImage';

/** Which image this is, and what the trained head says about it. */
export function ImageTitle({
  image,
  verdict,
}: {
  image: ImageItem;
  verdict: PredictionVerdict | undefined;
}) {
  return (
    <div className="title">
      <h2 className="title__name">
        <bdi>{image.name}</bdi>
      </h2>
      {verdict && <VerdictText image={image} verdict={verdict} />}
      <div className="title__tools">
        <SaveImage image={image} />
        <DropdownMenu.Root>
          <DropdownMenu.Trigger
            className="icon-button icon-button--small"
            aria-label="Move or delete"
          >
            <Icon name="more" />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
              <ImageMenuItems imageId={image.id} menu={DropdownMenu} />
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      </div>
    </div>
  );
}

function VerdictText({ image, verdict }: { image: ImageItem; verdict: PredictionVerdict }) {
  const own = useAppState((state) => state.classes.find(({ id }) => id === image.classId)?.name);
  const predicted = useAppState(
    (state) => state.classes.find(({ id }) => id === verdict.classId)?.name ?? 'a deleted class',
  );
  const right = verdict.classId === image.classId;
  return (
    <p className="verdict">
      <span className="verdict__part">
        {verdict.part === 'heldOut' ? <Term of="heldOut">held out</Term> : PARTS[verdict.part]}
      </span>
      <span className="verdict__part">
        <bdi>{predicted}</bdi> {percent(verdict.probability)}
      </span>
      <span className={`verdict__mark ${right ? 'verdict__mark--right' : 'verdict__mark--wrong'}`}>
        <Icon name={right ? 'check' : 'close'} size={14} />
        {right ? (
          'right'
        ) : (
          <span>
            wrong, it is <bdi>{own}</bdi>
          </span>
        )}
      </span>
    </p>
  );
}

const PARTS = { training: 'training image', new: 'added later' } as const;
