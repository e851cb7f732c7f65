import { RadioGroup } from 'radix-ui';
import { useCommands } from '../hooks/use-app';
import { useLayer, useWhyNoEvidence } from './use-layer';

const LAYERS = ['attention', 'evidence', 'tokens'] as const;

/** What lies over the photo: where the queries look, what each place says for a class, or its tokens. */
export function LayerSwitch() {
  const layer = useLayer();
  const setLayer = useCommands().setLayer;
  const reason = useWhyNoEvidence();
  return (
    <>
      <RadioGroup.Root
        className="segments segments--slim"
        orientation="horizontal"
        aria-label="Over the photo"
        value={layer}
        onValueChange={(value) => setLayer(LAYERS.find((one) => one === value) ?? 'attention')}
      >
        <RadioGroup.Item value="attention" className="segment">
          Attention
        </RadioGroup.Item>
        <RadioGroup.Item
          value="evidence"
          className="segment"
          disabled={reason !== null}
          aria-description={reason ?? undefined}
        >
          Evidence
        </RadioGroup.Item>
        <RadioGroup.Item value="tokens" className="segment">
          Tokens
        </RadioGroup.Item>
      </RadioGroup.Root>
      {reason !== null && <p className="tools__reason">{reason}</p>}
    </>
  );
}
