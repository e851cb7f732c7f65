import { RadioGroup } from 'radix-ui';
import { useCommands, useWords } from '../hooks/use-app';
import { useLayer, useWhyNoEvidence } from './use-layer';

const LAYERS = ['attention', 'evidence', 'tokens'] as const;

/** What lies over the photo: where the queries look, what each place says for a class, or its tokens. */
export function LayerSwitch() {
  const words = useWords();
  const layer = useLayer();
  const setLayer = useCommands().setLayer;
  const reason = useWhyNoEvidence();
  return (
    <>
      <RadioGroup.Root
        className="segments segments--slim"
        orientation="horizontal"
        aria-label={words.sees.layers.label}
        value={layer}
        onValueChange={(value) => setLayer(LAYERS.find((one) => one === value) ?? 'attention')}
      >
        <RadioGroup.Item value="attention" className="segment">
          {words.sees.layers.attention}
        </RadioGroup.Item>
        <RadioGroup.Item
          value="evidence"
          className="segment"
          disabled={reason !== null}
          aria-description={reason ?? undefined}
        >
          {words.sees.layers.evidence}
        </RadioGroup.Item>
        <RadioGroup.Item value="tokens" className="segment">
          {words.sees.layers.tokens}
        </RadioGroup.Item>
      </RadioGroup.Root>
      {reason !== null && <p className="tools__reason">{reason}</p>}
    </>
  );
}
