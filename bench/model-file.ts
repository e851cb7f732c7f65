import { openAsBlob, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Backbone } from '../src/backbones/backbone';
import type { PixelPreset } from '../src/backbones/catalogue/pixel-presets';
import { resizeChoices } from '../src/backbones/catalogue/pixel-presets';
import { Encoder } from '../src/backbones/encode/encoder';
import { readModelFiles } from '../src/backbones/encode/read-model-files';
import { runEncoder } from '../src/backbones/encode/run-encoder';
import { describeBackbone } from '../src/backbones/import/describe-backbone';
import type { ImportAnswers } from '../src/backbones/import/question';
import { type DroppedModel, type Recognition, recognise } from '../src/backbones/import/recognise';
import { recogniseTokens } from '../src/backbones/import/token-facts';
import { failureText } from '../src/messages/en/failures';
import { namedShapes } from '../src/messages/en/model-facts';
import type { Runtime } from '../src/runtime/runtime';
import { testPattern } from '../src/testing/test-pattern';

/** Where a graph takes any size. */
const USUAL_SIDE = 224;

/**
 * Opens an ONNX file as the page does when it is dropped: recognised from its graph and one run.
 * @param answers what the page would ask.
 * @throws a sentence when the page could not use it, or would have to ask more.
 */
export async function openModelFile(
  runtime: Runtime,
  file: string,
  preset: PixelPreset,
  answers: ImportAnswers,
): Promise<{ encoder: Encoder; backbone: Backbone }> {
  const { output } = answers;
  const asked = output === undefined ? {} : { output };
  const facts = known(await recognise(await dropped(file), asked));
  const { graph, externalData } = await readModelFiles(facts.model);
  const session = await runtime.createSession(graph, { externalData });
  const side = facts.side ?? USUAL_SIDE;
  const pattern = testPattern(side);
  const pixels = new Float32Array((facts.batch ?? 1) * pattern.length);
  pixels.set(pattern);
  const { input, outputs } = facts;
  const started = performance.now();
  const found = await runEncoder(runtime, session, { input, outputs, side, pixels });
  const tokens = known(
    recogniseTokens(
      facts,
      {
        device: runtime.device,
        side,
        outputs: Object.entries(found).map(([name, { dims, data }]) => {
          return { name, dims: [...dims], finite: data.every(Number.isFinite), data };
        }),
        milliseconds: { session: 0, run: performance.now() - started },
      },
      answers,
    ),
  );
  const [usual] = resizeChoices(side);
  if (!usual) throw new Error('There is no way to resize.');
  const { resize, resample } = usual;
  const name = path.basename(file);
  const backbone = describeBackbone(facts, tokens, {
    id: name,
    label: name,
    source: {
      kind: 'own',
      files: { graph: { path: name, size: null, sha256: null }, data: [] },
    },
    pixels: { resize, resample, mean: preset.mean, std: preset.std },
  });
  return { encoder: new Encoder(backbone, runtime, session), backbone };
}

/** A model's file, with all that lies beside it. */
async function dropped(file: string): Promise<DroppedModel> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  const others = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== name,
  );
  return {
    name,
    graph: await openAsBlob(file),
    beside: await Promise.all(
      others.map(async (other) => ({
        name: other.name,
        blob: await openAsBlob(path.join(folder, other.name)),
      })),
    ),
  };
}

function known<Facts>(recognition: Recognition<Facts>): Facts {
  if (recognition.kind === 'recognised') return recognition.facts;
  if (recognition.kind === 'unusable') throw new Error(failureText(recognition.failure));
  const { question } = recognition;
  if (question.about === 'cls') {
    throw new Error(
      `${question.prefixTokens} tokens come before the patches. Say whether the first is [CLS]: --cls yes or --cls no.`,
    );
  }
  const candidates = namedShapes(question.candidates);
  throw new Error(`Several outputs may be its tokens: ${candidates}. Choose with --output NAME.`);
}
