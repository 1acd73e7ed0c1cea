x = 1 + \
  2
par i in \
 range(3): \
 pass
