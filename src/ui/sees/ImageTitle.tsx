import { DropdownMenu } from 'radix-ui';
import type { ImageItem } from '../../state/slices/types';
import { useAppState, useWords } from '../hooks/use-app';
import type { PredictionVerdict } from '../hooks/use-verdicts';
import { ImageMenuItems } from '../images/ImageMenuItems';
import { Icon } from '../kit/Icon';
import { Rich } from '../kit/Rich';
import { SaveImage } from './SaveImage';

/** Which image this is, and what the trained head says about it. */
export function ImageTitle({
  image,
  verdict,
}: {
  image: ImageItem;
  verdict: PredictionVerdict | undefined;
}) {
  const words = useWords();
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
            aria-label={words.sees.title.menu}
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
  const words = useWords();
  const own = useAppState((state) => state.classes.find(({ id }) => id === image.classId)?.name);
  const predicted =
    useAppState((state) => state.classes.find(({ id }) => id === verdict.classId)?.name) ??
    words.describe.deletedClass;
  const right = verdict.classId === image.classId;
  return (
    <p className="verdict">
      <span className="verdict__part">
        <Rich text={words.sees.title.part[verdict.part]} />
      </span>
      <span className="verdict__part">
        <Rich
          text={words.sees.title.predicted(verdict.probability)}
          parts={{ class: () => <bdi>{predicted}</bdi> }}
        />
      </span>
      <span className={`verdict__mark ${right ? 'verdict__mark--right' : 'verdict__mark--wrong'}`}>
        <Icon name={right ? 'check' : 'close'} size={14} />
        {right ? (
          words.sees.title.right
        ) : (
          <span>
            <Rich text={words.sees.title.wrongClass} parts={{ class: () => <bdi>{own}</bdi> }} />
          </span>
        )}
      </span>
    </p>
  );
}
