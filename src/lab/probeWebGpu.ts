/**
 * What WebGPU adapter the browser has, by its own words. Opens no device and loads no runtime.
 */
import type { DeviceFacts } from './device.ts';

/** Names software adapters go by: Chromium's SwiftShader, Mesa's lavapipe, Windows' WARP. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b|\bcpu\b/i;

export async function probeWebGpu(): Promise<DeviceFacts['webgpu']> {
  const none = (description: string) => ({ available: false, description, isSoftware: false });
  // Absent in browsers without WebGPU and on pages that aren't secure, whatever the types say.
  const gpu = (navigator as { readonly gpu?: GPU }).gpu;
  if (!gpu) return none('this browser has none, or the page is not secure');
  try {
    const adapter = await gpu.requestAdapter();
    if (!adapter) return none('the browser offers no graphics adapter');
    const { vendor, architecture, device, description } = adapter.info;
    const name = description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed adapter';
    const isSoftware =
      adapter.info.isFallbackAdapter || SOFTWARE.test([vendor, architecture, device, description].join(' '));
    return { available: true, description: name, isSoftware };
  } catch (error) {
    return none(error instanceof Error ? error.message : String(error));
  }
}
