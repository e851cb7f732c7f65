import { useCallback, useEffect, useRef } from 'react';

export type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/**
 * A canvas at the device's pixel ratio that is drawn without rendering React: `redraw` asks for one
 * drawing in the next frame, however often it is called.
 */
export function useCanvas(draw: Draw) {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  const frame = useRef(0);

  const drawNow = useCallback(() => {
    const context = ref.current?.getContext('2d');
    if (!context || context.canvas.width === 0) return;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.imageSmoothingQuality = 'high';
    latest.current(context, context.canvas.width, context.canvas.height);
  }, []);

  const redraw = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      drawNow();
    });
  }, [drawNow]);

  useEffect(() => {
    latest.current = draw;
    redraw();
  }, [draw, redraw]);

  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      canvas.width = Math.round(entry.contentRect.width * devicePixelRatio);
      canvas.height = Math.round(entry.contentRect.height * devicePixelRatio);
      // At once: resizing has emptied the canvas, and waiting for a frame would flash.
      drawNow();
    });
    observer.observe(canvas);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [drawNow]);

  return { ref, redraw };
}
