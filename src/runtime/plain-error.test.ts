import { expect, test } from 'vitest';
import { plainReason, withPlainErrors } from './plain-error';

test('source paths and error codes are taken off', () => {
  expect(
    plainReason(
      'failed to call OrtRun(). ERROR_CODE: 1, ERROR_MESSAGE: /mnt/_work/1/s/buffer_manager.cc:643 void onnxruntime::webgpu::BufferManager::Download(WGPUBuffer, void *, size_t) const status == Success was false. Failed to download data: the device is lost',
    ),
  ).toBe('Failed to download data: the device is lost');
});

test('a plain message stays as it is', () => {
  expect(plainReason('Got invalid dimensions for input: x')).toBe(
    'Got invalid dimensions for input: x',
  );
});

test('the original error is kept as the cause', async () => {
  const original = new Error('ERROR_CODE: 1, ERROR_MESSAGE: too much memory');
  await expect(withPlainErrors(() => Promise.reject(original))).rejects.toMatchObject({
    message: 'too much memory',
    cause: original,
  });
});
