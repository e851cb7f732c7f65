import type { ExportExample } from '../../vocabulary/models';

/** What is shown where any encoder would do. */
export const ANY_ENCODER: ExportExample = { library: 'timm', model: null };

/** CLIP, of which most files in use hold the pooled output alone. */
export const CLIP_ENCODER: ExportExample = {
  library: 'transformers',
  model: 'openai/clip-vit-base-patch16',
};
