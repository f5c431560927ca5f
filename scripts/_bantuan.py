"""Help in Indonesian: for scripts that take no options, and for those that read theirs with argparse."""

import os
import sys


def no_options(text):
    """Prints ``text`` and ends with 0 for --help; ends with 2 for anything else that was typed."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(text)
        raise SystemExit(0)
    if sys.argv[1:]:
        print("{}: tidak dapat berjalan: tidak dikenal: {}".format(sys.argv[0].replace("\\", "/").rsplit("/", 1)[-1], " ".join(sys.argv[1:])), file=sys.stderr)
        raise SystemExit(2)


def speak_indonesian():
    """Makes argparse answer in Indonesian; needs no package, so that it works before .venv is there."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if root not in sys.path:
        sys.path.insert(0, root)
    from site_src.arguments import speak_indonesian as speak

    speak()
