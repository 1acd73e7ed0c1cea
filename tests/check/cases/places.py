from functools import cache

from parc import par

for i in par(range(3)):  #! PAR0409: a par loop stands in a function, not outside of one
    pass


class Grid:
    def fill(self, n: int):
        for i in par(range(n)):  #! PAR0404: a par loop in a method is not supported yet
            pass


def outer():
    def inner(n: int):
        for i in par(range(n)):  #! PAR0405: a par loop in an inner function is not supported yet
            pass


def generator(n: int):
    for i in par(range(n)):  #! PAR0406: a par loop in a generator is not supported
        yield i


async def later(n: int):
    for i in par(range(n)):  #! PAR0407: a par loop in an async function is not supported
        pass


@cache
def decorated(n: int):
    for i in par(range(n)):  #! PAR0408: a par loop in a decorated function is not supported yet
        pass


def inside_another_iterable(n: int):
    for k, i in enumerate(par(range(n))):  #! PAR0417: par(...) stands around the whole iterable of a loop
        pass


def elsewhere(n: int):
    return sum(par(range(n)))  #! PAR0417: par(...) stands around the whole iterable of a loop
