print "hello"
exec "x"
raise E, "m"
x = 0777
y = `x`
if a <> b: pass
except E, e: pass
