#!/usr/bin/python3
"""Types lines into a shell of its own, a tab behind each, and prints the words that the shell then has.
Usage: tests/complete.py SCRIPT FOLDER SHELL [OPTION...] -- LINE...
SCRIPT is the completion of faceaudit, FOLDER where the shell stands. A line of output for each LINE: its words in brackets."""
import os
import pty
import re
import select
import sys
import time

script, folder = (os.path.abspath(path) for path in sys.argv[1:3])
split = sys.argv.index("--")
shell, lines = sys.argv[3:split], sys.argv[split + 1:]

child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    os.environ.update(TERM="dumb", HOME=folder, PS1="$ ")
    os.execvp(shell[0], shell)


ahead = ""


def wait(pattern):
    """What the shell prints up to the end of PATTERN; 30 seconds are enough for a busy machine."""
    global ahead
    end = time.monotonic() + 30
    while not (match := re.search(pattern, ahead)):
        if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
            sys.exit("complete.py: no " + pattern + " in: " + ahead)
        ahead += os.read(terminal, 65536).decode(errors="replace")
    seen, ahead = ahead[:match.end()], ahead[match.end():]
    return seen


def say(text):
    os.write(terminal, text.encode())


wait(r"\$ ")
# The marks are printed in two halves, so that the shell's echo of the line is not taken for them.
say("faceaudit() { printf '%s' '<' '<'; printf '[%s]' \"$@\"; printf '%s' '>' '>'; echo; }; PS1='rea''dy: '\n")
wait("ready: ")
if "zsh" in shell[0]:
    say("autoload -U compinit; compinit -u -D; printf '%s%s\\n' load ed\n")
    wait(r"loaded")
    wait("ready: ")
say("source '" + script + "'; printf '%s%s\\n' sour ced\n")
wait(r"sourced")
wait("ready: ")
for line in lines:
    say("faceaudit " + line + "\t")
    time.sleep(0.05)
    say("\n")
    print(re.search(r"<<(.*)>>", wait(r"<<.*>>"))[1])
    wait("ready: ")
os.close(terminal)
