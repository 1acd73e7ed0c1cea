"""What programs tell about the exceptions that their functions raise."""
import linecache
import os


def entries(error):
    """The traceback's (file, function, line) below the call that caught `error`."""
    found = []
    tb = error.__traceback__.tb_next
    while tb:
        code = tb.tb_frame.f_code
        found.append((os.path.basename(code.co_filename), code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return found


def caught(f, *args, **kw):
    """What `f` returns, or type and message of what it raises and the whole chain of its traceback."""
    try:
        return f(*args, **kw)
    except Exception as error:
        return type(error).__name__, str(error), entries(error)


def spot(f, *args, **kw):
    """Like `caught`, without the message: the type, the innermost function and the text of its line."""
    try:
        return f(*args, **kw)
    except Exception as error:
        file, function, line = entries(error)[-1]
        text = linecache.getline(os.path.join(os.path.dirname(os.path.abspath(__file__)), file), line)
        return type(error).__name__, function, text.strip()
