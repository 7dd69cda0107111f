"""The command ``newsmodel``."""

import argparse
import errno
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, NoReturn, TextIO

import newsmodel
from newsmodel import documents, registry, view
from newsmodel.errors import NewsModelError, ParseError, UnknownFormatError
from newsmodel.evidence import Explanation, Note

#: What the command returns: done; the document is at fault; the command was.
DONE, BAD_DOCUMENT, BAD_COMMAND = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0: done. 1: a document cannot be read, or is not valid. 2: the command is
    wrong: an unknown option or format, a file that is not there. 130: stopped
    from the keyboard.

    Raises:
        SystemExit: As argparse does, after help and where an option is wrong.
    """
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except BrokenPipeError:
        return DONE  # whoever reads our output has seen enough
    except ParseError as error:
        return _complain(error, f"{options.file}: ")
    except (NewsModelError, OSError) as error:
        return _complain(error)
    except KeyboardInterrupt:
        return 130
    return code


def _complain(error: Exception, about: str = "") -> int:
    _tell(f"newsmodel: {about}{error}")
    if isinstance(error, OSError | UnknownFormatError):
        return BAD_COMMAND
    return BAD_DOCUMENT


def _tell(message: str) -> None:
    if sys.stderr is not None:  # the shell may have closed it
        sys.stderr.write(f"{_one_line(message)}\n")


def _one_line(text: str) -> str:
    return view.safe(text).replace("\n", " ")


class _ArgumentParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _tell(f"newsmodel: {message}; see {self.prog} --help")
        raise SystemExit(BAD_COMMAND)


def _parser() -> argparse.ArgumentParser:
    parser = _ArgumentParser(
        prog="newsmodel",
        description="Read news articles, and write them in the formats of the trade.",
        epilog="Exit codes: 0 done, 1 the document is at fault, 2 the command is.",
    )
    parser.add_argument("--version", action="version", version=newsmodel.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=f"{summary}.")
        added.set_defaults(run=globals()[f"_{name}"])
        return added

    def reading(name: str, summary: str) -> argparse.ArgumentParser:
        added = command(name, summary)
        added.add_argument(
            "file", metavar="FILE", help="a file, or - for standard input"
        )
        added.add_argument(
            "--from", dest="format", help="its format; else found by looking"
        )
        added.add_argument("--url", help="where it was found")
        return added

    parse = reading("parse", "Read an article and write it in another format")
    parse.add_argument(
        "--to", help="the format to write; else by OUT's suffix, or json"
    )
    parse.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        help="the file to write; else, or with -, standard output",
    )
    parse.add_argument(
        "--strict",
        action="store_true",
        help="write nothing if the format would lose something of the article",
    )
    reading("show", "Show an article in the terminal")
    reading("explain", "Show how each field of an article was read")
    reading("quotes", "Show who said what in an article")
    validate = command("validate", "Check documents against the schema of their format")
    validate.add_argument("files", metavar="FILE", nargs="+", help="a file, or -")
    validate.add_argument("--from", dest="format", help="their format; else by looking")
    command("formats", "List the formats that can be read and written")
    command("schema", "Print the JSON Schema of the JSON form")
    return parser


def _read(file: str) -> bytes:
    return _opened(sys.stdin).read() if file == "-" else Path(file).read_bytes()


def _explained(options: argparse.Namespace) -> Explanation:
    data = _read(options.file)
    return documents.read(data, options.format, options.url, Path(options.file).name)


def _opened(stream: TextIO | None) -> BinaryIO:
    if stream is None:
        raise OSError(errno.EBADF, "standard input or output is closed")
    return stream.buffer


def _write(data: bytes) -> None:
    out = _opened(sys.stdout)
    try:
        out.write(data)
        out.flush()
    except OSError:
        # Python would try to write the rest once more when it ends, and
        # complain again, so the stream is led to nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        raise


def _print(lines: Iterator[view.Line]) -> None:
    _write(_laid_out(lines).encode())


def _laid_out(lines: Iterator[view.Line]) -> str:
    if not _opened(sys.stdout).isatty():
        return view.plain(lines)
    try:
        return view.coloured(lines)
    except ImportError:
        return view.plain(lines, shutil.get_terminal_size().columns)


def _parse(options: argparse.Namespace) -> int:
    out = None if options.out == "-" else options.out
    if options.to or not out:
        to = registry.writer(options.to or "json")
    else:
        to = registry.by_suffix(out)
    found = _explained(options)
    _note(found.notes, options.file)
    data = documents.serialise(found.article, to.format, strict=options.strict)
    if out:
        documents.write_whole(Path(out), data)
    else:
        _write(data.removesuffix(b"\n") + b"\n")
    return DONE


def _show(options: argparse.Namespace) -> int:
    found = _explained(options)
    _print(view.article_lines(found.article))
    _note(found.notes, options.file)
    return DONE


def _explain(options: argparse.Namespace) -> int:
    _print(view.explanation_lines(_explained(options)))
    return DONE


def _quotes(options: argparse.Namespace) -> int:
    _print(view.quote_lines(_explained(options).article.quotes))
    return DONE


def _validate(options: argparse.Namespace) -> int:
    return max([_check(file, options.format) for file in options.files])


def _check(file: str, format: str | None) -> int:
    try:
        problems = documents.validate(_read(file), format, Path(file).name)
    except OSError as error:  # it names the file itself
        return _complain(error)
    except NewsModelError as error:
        return _complain(error, f"{file}: ")
    _note(problems, file)
    if problems:
        return BAD_DOCUMENT
    _write(f"{_one_line(file)}: valid\n".encode())
    return DONE


def _formats(_: argparse.Namespace) -> int:
    for each in registry.formats():
        can = "read, write" if each.writes and each.reads else "read"
        can = can if each.reads else "write"
        line = f"{each.format:8} {can:12} {each.summary}".rstrip()
        _write(f"{_one_line(line)}\n".encode())
    return DONE


def _schema(_: argparse.Namespace) -> int:
    schema = files("newsmodel.serialisers.json").joinpath("article.schema.json")
    _write(schema.read_bytes())
    return DONE


def _note(notes: Sequence[Note], file: str) -> None:
    for note in notes:
        _tell(f"{file}: {note}")
