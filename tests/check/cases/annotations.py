from typing import Optional

import numpy as np
from numpy.typing import NDArray
from parc import par


def meaningless(a: nothing, b: 3, c: "1 +"):  #! PAR0301: 'nothing' names no type #! PAR0301: this annotation names no type #! PAR0301: this annotation names no type
    for i in par(range(3)):
        pass


def unsupported(a: Optional[int], b: int | None, c: dict[int, int], d: NDArray, e: list, f: np.ndarray):  #! PAR0303: a parameter of several types is not supported #! PAR0303: a parameter of several types is not supported #! PAR0303: a parameter of type dict[int, int] is not supported #! PAR0303: an array annotation needs its element type #! PAR0303: list needs its element types #! PAR0303: an array annotation needs its element type
    for i in par(range(3)):
        pass


def elements(a: NDArray[np.str_], b: list[np.int8], c: tuple[int, ...]):  #! PAR0303: this element type of an array is not supported #! PAR0303: a list holds bool, int, float, complex or such lists #! PAR0303: a tuple of unknown length is not supported
    for i in par(range(3)):
        pass


def partly(a: int, b):  #! PAR0302: 'b' has no annotation
    for i in par(range(a)):
        pass


def default(a: int, b="text"):  #! PAR0302: 'b' needs an annotation: its default is no number
    for i in par(range(a)):
        pass
