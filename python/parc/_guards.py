"""Names of live namespaces that compiled code took the values of, and whether these are still the same."""

import itertools
import operator
import types

_NOTHING = object()  # the value of a name that is not bound
_NUMBERS = (bool, int, float, complex)


class Guards:
    """Collects names while a text is put together; `hold()` is asked before each call and has to be quick."""

    def __init__(self):
        self._groups = {}  # id of a namespace -> (namespace, names, values)
        self._functions = []
        self._codes = []
        self._defaults = []
        self._named_defaults = []  # (function, its keyword defaults), of those that have some

    def add(self, namespace, name):
        _, names, values = self._groups.setdefault(id(namespace), (namespace, [], []))
        if name in names:
            return
        value = namespace.get(name, _NOTHING)
        names.append(name)
        values.append(value)
        if isinstance(value, types.FunctionType):
            self._functions.append(value)
            self._codes.append(value.__code__)
            self._defaults.append(value.__defaults__)
            if value.__kwdefaults__:
                self._named_defaults.append((value, repr(value.__kwdefaults__)))

    def hold(self):
        for namespace, names, values in self._groups.values():
            found = map(namespace.get, names, itertools.repeat(_NOTHING))
            if not all(map(operator.is_, found, values)) and not _are_equal_numbers(namespace, names, values):
                return False
        if not self._functions:
            return True
        return (
            all(map(operator.is_, map(_CODE, self._functions), self._codes))
            and all(map(operator.is_, map(_DEFAULTS, self._functions), self._defaults))
            and (not self._named_defaults or all(repr(each.__kwdefaults__) == named for each, named in self._named_defaults))
        )


_CODE = operator.attrgetter("__code__")
_DEFAULTS = operator.attrgetter("__defaults__")


def _are_equal_numbers(namespace, names, values):
    """Whether what is not the same object any more is an equal number of the same type, which then takes its place."""
    for place, (name, value) in enumerate(zip(names, values, strict=True)):
        now = namespace.get(name, _NOTHING)
        if now is value:
            continue
        if type(now) is not type(value) or type(now) not in _NUMBERS or repr(now) != repr(value):
            return False
        values[place] = now
    return True
