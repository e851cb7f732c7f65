/** Top-1 accuracy on ImageNet-1k in percent, as the paper's authors report it for one encoder. */
export interface PaperRow {
  encoder: string;
  knn: number;
  linear: number;
  ep: number;
  remark: PaperRemark | null;
}

/** What is particular about a row; `messages/` has the words. */
export type PaperRemark =
  /** The encoder has no [CLS] token. */
  | { kind: 'no-cls' }
  /** EP reads the patches and [CLS]; what it has on the patches alone, where the paper reports it. */
  | { kind: 'ep-with-cls'; patchesAlone: number | null };

export const PAPER = {
  title: 'Attention, Please! Revisiting Attentive Probing Through the Lens of Efficiency',
  authors: 'Psomas et al., ICLR 2026',
  arxiv: '2506.10178',
} as const;

/** From the authors' repository. Nothing here is measured by this page. */
export const PAPER_NUMBERS: readonly PaperRow[] = [
  { encoder: 'MAE ViT-S', knn: 18.0, linear: 47.1, ep: 64.6, remark: null },
  { encoder: 'MAE ViT-B', knn: 35.6, linear: 67.8, ep: 75.5, remark: null },
  { encoder: 'SimMIM ViT-B', knn: 8.6, linear: 47.2, ep: 64.9, remark: null },
  { encoder: 'BEiTv2 ViT-B', knn: 70.1, linear: 79.0, ep: 81.4, remark: null },
  { encoder: 'Hiera-B', knn: 39.8, linear: 69.3, ep: 75.7, remark: { kind: 'no-cls' } },
  {
    encoder: 'DINO ViT-B',
    knn: 71.6,
    linear: 77.2,
    ep: 77.4,
    remark: { kind: 'ep-with-cls', patchesAlone: 75.7 },
  },
  { encoder: 'DINOv2 ViT-B', knn: 79.3, linear: 83.6, ep: 84.0, remark: null },
  {
    encoder: 'CLIP ViT-B/16',
    knn: 65.7,
    linear: 77.9,
    ep: 78.0,
    remark: { kind: 'ep-with-cls', patchesAlone: null },
  },
  { encoder: 'SigLIP ViT-L', knn: 72.9, linear: 84.1, ep: 85.9, remark: null },
];
