import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { launchArguments, requireChromium } from '../tools/chromium';
import { LAB_PORT, PAGE_PORT } from './ports';

/** Headless Chromium has no GPU; this gives WebGPU a software one: right, but very slow. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

const launch = (...more: string[]) => ({
  executablePath: requireChromium(),
  args: [...launchArguments(), ...more],
});

export default defineConfig({
  testDir: '.',
  // What one journey waits for, another can use. A journey keeps some four threads busy at times, so
  // more of them would only slow each other down.
  workers: Math.max(2, Math.floor(availableParallelism() / 4)),
  // Each journey has a browser context of its own, so any two may run side by side.
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PAGE_PORT}/`,
    viewport: { width: 1440, height: 900 },
    // Traces slow every step; ask for them with --trace on.
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
  // In the order in which they start. The longest come first, so that none is left over at the end.
  projects: [
    {
      name: 'webgpu',
      testMatch: /webgpu/,
      use: { launchOptions: launch(...SOFTWARE_GPU) },
    },
    {
      name: 'memory',
      testMatch: /memory\.spec/,
    },
    {
      name: 'wasm',
      testIgnore: /webgpu|memory\.spec/,
      use: { launchOptions: launch() },
    },
  ],
  webServer: [
    {
      command: 'npx tsx e2e/serve-page.ts',
      url: `http://localhost:${PAGE_PORT}/`,
      cwd: '..',
      reuseExistingServer: process.env.CI === undefined,
    },
    {
      command: 'npx tsx e2e/serve-lab.ts',
      url: `http://localhost:${LAB_PORT}/bench/lab.html`,
      cwd: '..',
      reuseExistingServer: process.env.CI === undefined,
    },
  ],
});
