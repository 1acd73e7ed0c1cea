par = 1
par.x
par(1)
for par in par: pass
[par for par in x]
par par in par: par
print(par)
par: int = 3
for i in par(range(3)): pass
with par: pass
x = [i par i in range(3)]
async par i in x: pass
