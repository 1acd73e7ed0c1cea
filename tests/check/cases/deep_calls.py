from parc import par


def nest(x, depth):
    return nest((x, x), depth - 1) if depth > 0 else 0  #! PAR0308: 'nest' is called with too many different types


def start(n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += nest(0, 3)
    return s


def grow(n):  #! PAR0202: the type of what 'grow' returns does not settle: it depends on itself
    if n > 0:
        return (grow(n - 1), n)
    return (n, n)


def grown(n: int):
    for i in par(range(n)):
        grow(i)
