"""The comparison sees what it must see: types, shapes and bits."""
import json

import numpy as np
import pytest
from encoding import difference, encode, within_relative, within_ulps

NEXT = float(np.nextafter(1.0, 2.0))

DIFFERENT = [
    (1, np.int64(1)),
    (1, True),
    (1, 1.0),
    (1.0, np.float64(1.0)),
    (np.float32(1.0), np.float64(1.0)),
    (True, np.bool_(True)),
    (0.0, -0.0),
    (np.array([0.0]), np.array([-0.0])),
    (complex(0.0, 0.0), complex(0.0, -0.0)),
    ((1, 2), [1, 2]),
    ((1, 2), (1, 2, 3)),
    (np.zeros((2, 3)), np.zeros((3, 2))),
    (np.zeros(2, np.int32), np.zeros(2, np.int64)),
    (np.zeros(2, ">i8"), np.zeros(2, "<i8")),
    ("a", "b"),
    (None, 0),
    (1.0, NEXT),
]


@pytest.mark.parametrize("one, other", DIFFERENT)
def test_different(one, other):
    assert difference(encode((5, one)), encode((5, other))).startswith("result[1]")
    assert difference(encode(one), encode(one)) is None


def test_nan_is_nan():
    odd = np.array([0xFFF8000000000123], np.uint64).view(np.float64)
    assert difference(encode(odd), encode(np.array([np.nan]))) is None
    assert difference(encode(odd[0]), encode(np.float64("nan"))) is None
    assert difference(encode(complex(odd[0], 2)), encode(complex(np.nan, 2))) is None


def test_strides_and_json():
    grid = np.arange(12.0).reshape(3, 4)
    assert difference(encode(grid.T), encode(grid.T.copy())) is None
    assert json.loads(json.dumps(encode({1: (2**70, "x")}))) == encode({1: (2**70, "x")})


def test_ulps():
    close = within_ulps(4)
    assert difference(encode(1.0), encode(NEXT), close) is None
    assert difference(encode(np.float32(1.0)), encode(np.float32(1.000001)), close)
    assert difference(encode(1.0), encode(np.float64(1.0)), close)
    assert difference(encode(0.0), encode(-0.0), close)
    assert difference(encode(3), encode(4), close)
    assert difference(encode(np.inf), encode(1e308), close)


def test_relative():
    close = within_relative(1e-12)
    assert difference(encode(1e9), encode(1e9 + 1e-4), close) is None
    assert difference(encode(1.0), encode(1.0 + 1e-9), close)
    assert difference(encode(np.array([1, 2])), encode(np.array([1, 3])), close)
