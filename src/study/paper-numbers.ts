/** Top-1 accuracy on ImageNet-1k in percent, as the paper's authors report it for one encoder. */
export interface PaperRow {
  encoder: string;
  knn: number;
  linear: number;
  ep: number;
  /** What is particular about the row. */
  note: string | null;
}

export const PAPER = {
  title: 'Attention, Please! Revisiting Attentive Probing Through the Lens of Efficiency',
  authors: 'Psomas et al., ICLR 2026',
  arxiv: '2506.10178',
} as const;

const WITH_CLS = 'EP on the patches and the [CLS] token';

/** From the authors' repository. Nothing here is measured by this page. */
export const PAPER_NUMBERS: readonly PaperRow[] = [
  { encoder: 'MAE ViT-S', knn: 18.0, linear: 47.1, ep: 64.6, note: null },
  { encoder: 'MAE ViT-B', knn: 35.6, linear: 67.8, ep: 75.5, note: null },
  { encoder: 'SimMIM ViT-B', knn: 8.6, linear: 47.2, ep: 64.9, note: null },
  { encoder: 'BEiTv2 ViT-B', knn: 70.1, linear: 79.0, ep: 81.4, note: null },
  { encoder: 'Hiera-B', knn: 39.8, linear: 69.3, ep: 75.7, note: 'no [CLS] token' },
  {
    encoder: 'DINO ViT-B',
    knn: 71.6,
    linear: 77.2,
    ep: 77.4,
    note: `${WITH_CLS}; patches alone 75.7`,
  },
  { encoder: 'DINOv2 ViT-B', knn: 79.3, linear: 83.6, ep: 84.0, note: null },
  { encoder: 'CLIP ViT-B/16', knn: 65.7, linear: 77.9, ep: 78.0, note: WITH_CLS },
  { encoder: 'SigLIP ViT-L', knn: 72.9, linear: 84.1, ep: 85.9, note: null },
];
