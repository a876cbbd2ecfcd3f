"""The process in which llama.cpp runs: it serves one model on loopback, to whoever knows the key, until the program that started it ends.

A file of its own that is run by its path: nothing of Sparring is loaded, and a crash in native code is this process's alone. It reads one
line of JSON (`model`, `key`, `context`), answers with one line (`address`, or `fault`), and leaves when its input ends.
"""

import json
import os
import select
import sys

LOOK_FOR_PARENT_SECONDS = 5.0


def main() -> None:
    """Serve until the input ends."""
    answers = os.fdopen(os.dup(1), "w")
    # llama.cpp talks to both; prompts may be among it.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    wanted = json.loads(sys.stdin.buffer.readline())
    parent = os.getppid()
    # Typing comes first.
    os.nice(5)
    try:
        server = _serve(wanted["model"], wanted["key"], wanted["context"])
    except Exception as error:
        _say(answers, {"fault": type(error).__name__})
        return
    _say(answers, {"address": server.listening_address})
    # The input ends with the program; a copy of its end may outlive it in another child, hence the look at the parent.
    while os.getppid() == parent:
        ready, _, _ = select.select([0], [], [], LOOK_FOR_PARENT_SECONDS)
        if ready and not os.read(0, 1):
            break
    # The library waits for calls that are under way when its server is let go of; nobody listens to them any more.
    os._exit(0)


def _serve(model: str, key: str, context: int):  # type: ignore[no-untyped-def] # the library has no types
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = model
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.api_keys = [key]
    parameters.n_ctx = context
    # Its threads wait for each other by spinning: where a core is busy with something else, all of them are many times slower.
    parameters.cpuparams.n_threads = max(1, (os.cpu_count() or 1) - 1)
    parameters.n_parallel = 1
    parameters.warmup = False
    parameters.ui = False
    parameters.endpoint_slots = False
    parameters.offline = True
    return xllamacpp.Server(parameters)


def _say(answers, what) -> None:  # type: ignore[no-untyped-def] # any stream, any value
    answers.write(json.dumps(what) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
