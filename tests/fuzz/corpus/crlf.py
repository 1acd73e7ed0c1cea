def f(a: list[float]):
    par i in range(3):
        a[i] = 1.0
