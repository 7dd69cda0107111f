"""The command ``newsmodel``."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import newsmodel
from newsmodel import documents, registry, view
from newsmodel.errors import NewsModelError, UnknownFormatError
from newsmodel.evidence import Explanation, Note

#: What the command returns: done; the document is at fault; the command was.
DONE, BAD_DOCUMENT, BAD_COMMAND = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0: done. 1: a document cannot be read, or is not valid. 2: the command is
    wrong: an unknown option or format, a file that is not there.
    """
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain again
        # when it closes the stream, so the stream is led to nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except UnknownFormatError as error:
        return _complain(error, BAD_COMMAND)
    except NewsModelError as error:
        return _complain(error, BAD_DOCUMENT)
    except OSError as error:
        return _complain(error, BAD_COMMAND)
    except KeyboardInterrupt:
        return 130
    return code


def _complain(error: Exception | str, code: int) -> int:
    line = " ".join(str(error).split())
    sys.stderr.write(f"newsmodel: {line}\n")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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
    parse.add_argument("-o", "--out", metavar="OUT", help="the file to write")
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
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _explained(options: argparse.Namespace) -> Explanation:
    data = _read(options.file)
    return documents.read(data, options.format, options.url, Path(options.file).name)


def _write(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _print(lines: Iterator[view.Line]) -> None:
    if not sys.stdout.isatty():
        _write(view.plain(lines).encode())
        return
    shown = list(lines)
    try:
        view.print_rich(iter(shown))
    except ImportError:
        width = os.get_terminal_size().columns
        _write(view.plain(iter(shown), width).encode())


def _parse(options: argparse.Namespace) -> int:
    if options.to or not options.out:
        to = registry.writer(options.to or "json")
    else:
        to = registry.by_suffix(options.out)
    found = _explained(options)
    _note(found.notes, options.file)
    data = to.write(found.article)
    if options.out:
        documents.write_whole(Path(options.out), data)
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
    code = DONE
    for file in options.files:
        try:
            problems = documents.validate(_read(file), options.format, Path(file).name)
        except NewsModelError as error:
            code = _complain(f"{file}: {error}", BAD_DOCUMENT)
            continue
        _note(problems, file)
        if problems:
            code = BAD_DOCUMENT
        else:
            _write(f"{file}: valid\n".encode())
    return code


def _formats(_: argparse.Namespace) -> int:
    for each in registry.formats():
        can = "read, write" if each.writes else "read"
        _write(f"{each.format:8} {can:12} {each.summary}\n".encode())
    return DONE


def _schema(_: argparse.Namespace) -> int:
    schema = files("newsmodel.serialisers.json").joinpath("article.schema.json")
    _write(schema.read_bytes())
    return DONE


def _note(notes: Sequence[Note], file: str) -> None:
    for note in notes:
        sys.stderr.write(f"{file}: {note}\n")
