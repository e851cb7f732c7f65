import { expect, test } from 'vitest';
import type { Failure } from '../../vocabulary/failures';
import { failureParts, failureText } from './failures';

const file = 'DINO (model.onnx)';
const any = { library: 'timm', model: null } as const;

test('a library’s own text is a sentence, and is not touched otherwise', () => {
  expect(failureText({ code: 'unexpected', detail: 'Out of memory ' })).toBe('Out of memory.');
  expect(failureText({ code: 'unexpected', detail: 'Really?' })).toBe('Really?');
});

test('a command stands at the end, and can stand by itself', () => {
  const example = { library: 'transformers', model: 'openai/clip-vit-base-patch16' } as const;
  const outputs = [{ name: 'image_embeds', dims: ['batch', 8] }];
  const failure: Failure = { code: 'model-gives-one-vector', file: 'mine.onnx', outputs, example };
  const text =
    'mine.onnx gives image_embeds (batch, 8): one vector for the whole image, and no patch tokens (batch, tokens, width). Export it with its last hidden state, for CLIP say:';
  const command =
    'python tools/export_backbone.py transformers:openai/clip-vit-base-patch16 --out my-backbone';
  expect(failureParts(failure)).toEqual({ text, command });
  expect(failureText(failure)).toBe(`${text} ${command}`);
  expect(failureParts({ code: 'model-file-not-onnx', file, example: any }).command).toBe(
    'python tools/export_backbone.py timm:NAME --out my-backbone',
  );
  expect(failureParts({ code: 'model-file-empty', file }).command).toBeNull();
});

test('a cause is a clause: one line, not too long, without its full stop', () => {
  const because = (detail: string) =>
    failureParts({
      code: 'trial-failed',
      file: 'mine.onnx',
      step: 'run',
      cause: { code: 'unexpected', detail },
      example: any,
    }).text;
  expect(because('Add:\n  197 by 577.')).toBe(
    'mine.onnx could not be run: Add: 197 by 577. Export it again:',
  );
  expect(because('x'.repeat(300))).toContain(`: ${'x'.repeat(200)}…. Export`);
});

test('what a server did is said of the server, or of the page’s own', () => {
  const refused = (host: string | null, status: number) =>
    failureText({ code: 'model-refused', file, host, status });
  expect(refused('hub.example', 503)).toBe(
    'DINO (model.onnx) could not be fetched: hub.example answered 503. Ask again later.',
  );
  expect(refused(null, 429)).toMatch(/the server asks for a pause \(429\)/);
});

test('a download that broke tells as much of its size as is known', () => {
  const broke = (total: number | null) =>
    failureText({ code: 'download-broke', file, loaded: 1e6, total });
  expect(broke(2e6)).toMatch(/^The connection broke after 1\.0 MB of 2\.0 MB of DINO/);
  expect(broke(null)).toMatch(/^The connection broke after 1\.0 MB of DINO/);
  expect(broke(500)).toMatch(/^The connection broke after 1\.0 MB of DINO/);
});
