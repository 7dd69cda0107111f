"""The command ``newsmodel``."""

import argparse
import sys
import warnings
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NoReturn

import newsmodel
from newsmodel import documents, registry, view
from newsmodel._convert_command import convert, writer_for
from newsmodel._streams import (
    BAD_COMMAND,
    BAD_DOCUMENT,
    DONE,
    complain,
    note,
    one_line,
    opened,
    put,
    tell,
    write,
    write_lines,
)
from newsmodel.errors import NewsModelError, ParseError
from newsmodel.evidence import Explanation


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
        with warnings.catch_warnings():
            warnings.showwarning = _tell_warning
            code: int = options.run(options)
    except BrokenPipeError:
        return DONE  # whoever reads our output has seen enough
    except ParseError as error:
        return complain(error, options.file)
    except (NewsModelError, OSError) as error:
        return complain(error)
    except KeyboardInterrupt:
        return 130
    return code


def _tell_warning(message: Warning | str, *_: object, **__: object) -> None:
    # As Python shows it, it takes two lines and names a line of ours.
    tell(f"warning: {message}")


class _ArgumentParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        tell(f"newsmodel: {message}; see {self.prog} --help")
        raise SystemExit(BAD_COMMAND)


_ALONE = "the file to write; else, or with -, standard output"


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

    parse = command("parse", "Read an article and write it in another format")
    _add_document(parse)
    _add_writing(parse, _ALONE)
    converting = command("convert", "Convert every article of files and folders")
    _add_documents(converting, "sources", "SOURCE", "a file, a folder, or -")
    _add_writing(converting, f"the folder, or {_ALONE}")
    _add_document(command("show", "Show an article in the terminal"))
    _add_document(command("explain", "Show how each field of an article was read"))
    _add_document(command("quotes", "Show who said what in an article"))
    validating = command(
        "validate", "Check documents against the schema of their format"
    )
    _add_documents(validating, "files", "FILE", "a file, or -")
    command("formats", "List the formats that can be read and written")
    command("schema", "Print the JSON Schema of the JSON form")
    return parser


def _add_document(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    command.add_argument("--from", dest="format", help="its format; else by looking")
    command.add_argument("--url", help="where it was found")


def _add_documents(
    command: argparse.ArgumentParser, name: str, metavar: str, what: str
) -> None:
    command.add_argument(name, metavar=metavar, nargs="+", help=what)
    command.add_argument("--from", dest="format", help="their format; else by looking")


def _add_writing(command: argparse.ArgumentParser, out: str) -> None:
    command.add_argument(
        "--to", help="the format to write; else by OUT's suffix, or json"
    )
    command.add_argument("-o", "--out", metavar="OUT", help=out)
    command.add_argument(
        "--strict",
        action="store_true",
        help="write nothing if the format would lose something of the article",
    )


def _read(file: str) -> bytes:
    return opened(sys.stdin).read() if file == "-" else Path(file).read_bytes()


def _explained(options: argparse.Namespace) -> Explanation:
    data = _read(options.file)
    return documents.read(data, options.format, options.url, Path(options.file).name)


def _parse(options: argparse.Namespace) -> int:
    out = _out(options)
    to = writer_for(options.to, out)
    found = _explained(options)
    note(found.notes, options.file)
    put(documents.serialise(found.article, to.format, strict=options.strict), out)
    return DONE


def _out(options: argparse.Namespace) -> str | None:
    return None if options.out in {"-", ""} else options.out


def _convert(options: argparse.Namespace) -> int:
    return convert(
        options.sources,
        options.format,
        options.to,
        _out(options),
        strict=options.strict,
    )


def _show(options: argparse.Namespace) -> int:
    found = _explained(options)
    write_lines(view.article_lines(found.article))
    note(found.notes, options.file)
    return DONE


def _explain(options: argparse.Namespace) -> int:
    write_lines(view.explanation_lines(_explained(options)))
    return DONE


def _quotes(options: argparse.Namespace) -> int:
    write_lines(view.quote_lines(_explained(options).article.quotes))
    return DONE


def _validate(options: argparse.Namespace) -> int:
    return max([_check(file, options.format) for file in options.files])


def _check(file: str, format: str | None) -> int:
    try:
        problems = documents.validate(_read(file), format, Path(file).name)
    except (NewsModelError, OSError) as error:
        return complain(error, file)
    note(problems, file)
    if problems:
        return BAD_DOCUMENT
    write(f"{one_line(file)}: valid\n".encode())
    return DONE


def _formats(_: argparse.Namespace) -> int:
    for each in registry.formats():
        can = "read, write" if each.writes and each.reads else "read"
        can = can if each.reads else "write"
        line = f"{each.format:8} {can:12} {each.summary}".rstrip()
        write(f"{one_line(line)}\n".encode())
    return DONE


def _schema(_: argparse.Namespace) -> int:
    schema = files("newsmodel.serialisers.json").joinpath("article.schema.json")
    write(schema.read_bytes())
    return DONE
