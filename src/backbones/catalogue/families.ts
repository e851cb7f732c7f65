import type { Family } from '../backbone';

export interface FamilyFacts {
  /** In one or two words. */
  label: string;
  /** One sentence on the training objective. */
  meaning: string;
  /** What the paper measured on ImageNet-1k for encoders of this family. */
  paperNote: string;
}

export const FAMILY_FACTS: Record<Family, FamilyFacts> = {
  MIM: {
    label: 'Masked images',
    meaning: 'Learned by filling in hidden patches.',
    paperNote:
      'EP gains most on encoders whose training was about patches: in the paper MAE ViT-B goes from 67.8 % (linear) to 75.5 % (EP) on ImageNet.',
  },
  'joint-embedding': {
    label: 'Joint embedding',
    meaning: 'Learned by giving views of one image the same [CLS] token.',
    paperNote:
      'Training was about [CLS], so little is left for attention to find: in the paper DINO ViT-B goes from 77.2 % (linear) to 77.4 % (EP with [CLS] among the tokens) on ImageNet.',
  },
  hybrid: {
    label: 'Hybrid',
    meaning: 'Learned from views and hidden patches at once.',
    paperNote:
      'Both [CLS] and patches were trained: in the paper DINOv2-B goes from 83.6 % (linear) to 84.0 % (EP) on ImageNet.',
  },
  'vision-language': {
    label: 'Vision and language',
    meaning: 'Learned by matching images with their captions.',
    paperNote:
      'In the paper SigLIP-L goes from 84.1 % (linear) to 85.9 % (EP) on ImageNet, CLIP ViT-B/16 from 77.9 % to 78.0 % (with [CLS] among the tokens).',
  },
  supervised: {
    label: 'Supervised',
    meaning: 'Learned from labelled images.',
    paperNote:
      'The figures quoted here from the paper hold no encoder trained on labels to set beside this one.',
  },
  unknown: {
    label: 'Not known',
    meaning: 'Nobody said how it was trained.',
    paperNote:
      'How it was trained is not known here, so no figure of the paper can be set beside it.',
  },
};
