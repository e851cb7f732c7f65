/** Any encoder, in the form that this page takes. Run where the program's own files lie. */
export function exportCommand(model = 'NAME'): string {
  return `python tools/export_backbone.py ${model} --out model.onnx`;
}

export const CLIP_EXPORT = exportCommand('openai/clip-vit-base-patch16');
