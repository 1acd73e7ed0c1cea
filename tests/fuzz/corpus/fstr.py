x = f"{a!r:>{w}} {b=} {{}} {f'{c}'}"
y = rb"\x" b"z"
z = u"\N{DASH}\U0010ffff\ud800"
