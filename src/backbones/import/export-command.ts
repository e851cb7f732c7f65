/**
 * Writes any encoder in the form that this page takes, into a folder. To be run where the program's
 * own files lie.
 * @param model as timm or transformers call it.
 */
export function exportCommand(model = 'timm:NAME'): string {
  return `python tools/export_backbone.py ${model} --out my-backbone`;
}

export const CLIP_EXPORT = exportCommand('transformers:openai/clip-vit-base-patch16');
