#: compare: exact
"""Digit sums, palindromes, perfect numbers and happy numbers: integer work of uneven cost."""
from parc import par


def reversed_digits(n):
    r = 0
    while n > 0:
        r = r * 10 + n % 10
        n //= 10
    return r


def happy(n):
    for k in range(30):
        s = 0
        while n:
            n, d = divmod(n, 10)
            s += d * d
        if s == 1:
            return True
        n = s
    return False


def divisors(n):
    s = 1
    d = 2
    while d * d <= n:
        if n % d == 0:
            s += d
            if d * d != n:
                s += n // d
        d += 1
    return s if n > 1 else 0


def survey(n: int) -> tuple[int, int, int, int, int]:
    palindromes = happies = perfect = 0
    biggest, where = -1, -1
    for i in par(range(1, n), schedule="guided"):
        palindromes += reversed_digits(i) == i
        happies += happy(i)
        s = divisors(i)
        if s == i:
            perfect += 1
        if s > biggest:
            biggest = s
            where = i
    return palindromes, happies, perfect, biggest, where


def main():
    return survey(3000), survey(1), survey(2), survey(29)
