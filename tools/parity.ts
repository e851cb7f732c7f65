/**
 * `npm run parity -- DIR`: replays every recorded case of a directory whose probe exists and
 * compares it with what the authors' PyTorch modules gave.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSafetensors } from '../src/export/safetensors';
import { loadNodeRuntime } from '../src/testing/onnxruntime-node';
import { judge, type Tolerances } from './parity/judge';
import { probeOfCase, runCase } from './parity/run-case';

const directory = process.argv[2];
if (!directory) {
  console.error('Say which directory holds the recorded cases: npm run parity -- DIR');
  process.exit(2);
}

const index = JSON.parse(await readFile(path.join(directory, 'index.json'), 'utf8')) as {
  cases: Record<string, { tolerance: Tolerances }>;
};
const runtime = await loadNodeRuntime();
let passed = 0;
let failed = 0;
let skipped = 0;
for (const [name, { tolerance }] of Object.entries(index.cases)) {
  const probe = probeOfCase(name);
  if (!probe) {
    skipped++;
    continue;
  }
  try {
    const file = await readFile(path.join(directory, `${name}.safetensors`));
    const errors = await runCase(runtime, probe, readSafetensors(file));
    const verdict = judge(errors, tolerance);
    console.log(`${verdict.pass ? 'pass' : 'FAIL'}  ${name.padEnd(12)}  ${verdict.line}`);
    if (verdict.pass) passed++;
    else failed++;
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name.padEnd(12)}  ${error instanceof Error ? error.message : error}`);
  }
}
if (skipped > 0) console.log(`(${skipped} cases left out: their probe does not exist yet)`);
if (passed + failed === 0) {
  console.error('No case of this directory could be run.');
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
