import pLimit from 'p-limit';
import sharp from 'sharp';
import type { FileLimits } from '../file-limits.ts';
import { FileNotTaken } from '../file-refusal.ts';

sharp.cache(false);
// An open image may take a few hundred megabytes; two at once is what one process may use.
const inTurn = pLimit(2);
const LONGEST = 2400;
const SECONDS = 30;
const MEGA = 1_000_000;

/**
 * An image drawn anew as webp: upright, at most 2400 pixels long, with nothing of what came beside the pixels (place,
 * device, preview, whatever hangs behind the image). Throws `FileNotTaken` where it is too large or broken.
 */
export async function reencodeImage(path: string, { imagePixels }: FileLimits): Promise<Buffer> {
  return inTurn(async () => {
    const pixels = await pixelsOf(path);
    if (pixels > imagePixels)
      throw new FileNotTaken('image_too_large', { most: Math.floor(imagePixels / MEGA) });
    try {
      return await sharp(path, { limitInputPixels: imagePixels, failOn: 'error' })
        .timeout({ seconds: SECONDS })
        .autoOrient()
        .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 82 })
        .toBuffer();
    } catch {
      throw new FileNotTaken('file_broken');
    }
  });
}

async function pixelsOf(path: string): Promise<number> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    throw new FileNotTaken('file_broken');
  }
}
