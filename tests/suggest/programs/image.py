"""Filters of pictures."""
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]


def threshold(image: Image, out: Image, limit: int) -> None:
    for y in range(image.shape[0]):  # par
        for x in range(image.shape[1]):
            out[y, x] = 255 if image[y, x] > limit else 0


def box(image: Image, out: Image) -> None:
    for y in range(1, image.shape[0] - 1):  # par
        for x in range(1, image.shape[1] - 1):
            s = 0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    s += int(image[y + dy, x + dx])
            out[y, x] = s // 9


def mirror(image: Image) -> None:
    for y in range(image.shape[0]):  # par
        for x in range(image.shape[1] // 2):
            other = image.shape[1] - 1 - x
            image[y, x], image[y, other] = image[y, other], image[y, x]


def dither(image: Image) -> None:
    for y in range(image.shape[0]):  # par
        for x in range(image.shape[1] - 1):
            old = int(image[y, x])
            new = 255 if old > 127 else 0
            image[y, x] = new
            image[y, x + 1] = min(255, max(0, int(image[y, x + 1]) + (old - new) // 2))


def example():
    image = (np.arange(4096) * 37 % 251).astype(np.uint8).reshape(64, 64)
    out, smooth = np.zeros_like(image), np.zeros_like(image)
    threshold(image, out, 100)
    box(image, smooth)
    mirror(image)
    return image.tolist(), out.tolist(), smooth.tolist()
