# SPDX-License-Identifier: MIT
"""failures.py ACTANT TEXT: what goes wrong with an output, for every format of the registry.

A full device, a limit on the size of files (a full disk), a folder that is not there, one that may not be written to, a folder where
the file should be, a reader that goes away: exit status 1, one line that says which file and why, no file left half written, and the
file that stood there before as it was.
"""
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

actant, text = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
failures = []


def limit():
    """What a shell does not do, and Python undoes: the signal of a file that grows too large is not ignored."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))


def be_nobody():
    os.setgid(65534)
    os.setuid(65534)


def run(arguments, **more):
    return subprocess.run([actant, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
                          timeout=120, **more)


def tree():
    return sorted(os.path.relpath(os.path.join(at, name), folder) for at, folders, files in os.walk(folder) for name in folders + files)


def expect(case, done, before, message):
    lines = done.stderr.splitlines()
    for wrong in (done.returncode != 1 and "status %d" % done.returncode,
                  (len(lines) > 1 or message and len(lines) != 1) and "%d lines" % len(lines),
                  message and not any(part in done.stderr for part in message) and "no message like %s" % (message,),
                  tree() != before and "files %s" % sorted(set(tree()) ^ set(before))):
        if wrong:
            failures.append("%s: %s: %s" % (case, wrong, done.stderr.strip()[:200]))


def closed_pipe(arguments):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return run(arguments, stdout=writer)
    finally:
        os.close(writer)


def formats():
    listed = subprocess.run([actant, "info"], capture_output=True, text=True, check=True).stdout
    rows = listed.split("Formats of a graph\n")[1].split("\n\n")[0].splitlines()
    return [row.split()[0] for row in rows]


def is_several(name):
    """A format of several files is not written to standard output."""
    return run(["graph", text, "--to", name, "-o", "-"], stdout=subprocess.DEVNULL).returncode == 2


def cases(name, several):
    graph = ["graph", text, "--to", name, "-o"]
    yield "missing folder", run(graph + ["nowhere/out"], stdout=subprocess.PIPE), ("No such file",)
    yield "size limit", run(graph + ["new"], stdout=subprocess.PIPE, preexec_fn=limit), ("File too large",)
    yield "size limit, kept", run(graph + ["kept"], stdout=subprocess.PIPE, preexec_fn=limit), ("File too large",)
    if os.geteuid() == 0:
        yield "unwritable", run(graph + ["locked/out"], stdout=subprocess.PIPE, preexec_fn=be_nobody), ("ermission denied",)
    else:
        yield "unwritable", run(graph + ["locked/out"], stdout=subprocess.PIPE), ("ermission denied",)
    if not several:
        yield "full device", run(graph + ["/dev/full"], stdout=subprocess.PIPE), ("No space left",)
        yield "folder in the way", run(graph + ["taken"], stdout=subprocess.PIPE), ("s a directory",)
        yield "closed pipe", closed_pipe(graph + ["-"]), None


with tempfile.TemporaryDirectory() as folder:
    os.chmod(folder, 0o777)
    os.mkdir(os.path.join(folder, "taken"))
    os.mkdir(os.path.join(folder, "locked"), 0o555)
    with open(os.path.join(folder, "kept"), "w") as file:
        file.write("as before")
    shutil.copy(text, os.path.join(folder, "in.txt"))
    text = os.path.join(folder, "in.txt")
    os.chmod(text, 0o644)
    nobody_may = all(os.stat(path).st_mode & stat.S_IXOTH for path in (actant, os.path.dirname(actant)))
    names = formats()
    for name in names:
        before, several = tree(), is_several(name)
        for case, done, message in cases(name, several):
            if case == "unwritable" and os.geteuid() == 0 and not nobody_may:
                continue
            expect("%s, %s" % (name, case), done, before, message)
    with open(os.path.join(folder, "kept")) as file:
        if file.read() != "as before":
            failures.append("a file that stood there was changed")
print("%d formats" % len(names))
print("\n".join(failures))
sys.exit(bool(failures) or len(names) < 10)
