import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin, type PreviewServer, preview } from 'vite';

/** The page, built and served when it is first asked for. */
export class BuiltPage {
  private running: { server: PreviewServer; outDir: string } | null = null;

  /** @param plugins that change the page for a measurement. */
  constructor(private readonly plugins: Plugin[] = []) {}

  async url(): Promise<string> {
    this.running ??= await this.start();
    return this.running.server.resolvedUrls?.local[0] ?? '';
  }

  async close(): Promise<void> {
    if (!this.running) return;
    await this.running.server.close();
    await rm(this.running.outDir, { recursive: true, force: true });
  }

  private async start() {
    const outDir = await mkdtemp(path.join(tmpdir(), 'probe-playground-'));
    await build({
      logLevel: 'error',
      plugins: this.plugins,
      build: { outDir, emptyOutDir: true },
    });
    const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0 } });
    return { server, outDir };
  }
}
