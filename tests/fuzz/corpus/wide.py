def f(名: int):
    par 字 in range(名): "全角"; x = 名 +
