"""What every test relies on: Ctrl-C reaches the programs that tests start, also where this run ignores it."""
import signal

# A background shell starts its commands with SIGINT ignored, and programs inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
