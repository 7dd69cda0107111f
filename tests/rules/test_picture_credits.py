"""Credits of what is known to be a caption."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.rules.captions import CaptionRule
from newsmodel.rules.picture_credits import (
    PICTURE_RULES,
    is_credit,
    may_be_credit,
    read_picture_caption,
    without_introduction,
)


@pytest.mark.parametrize("rule", PICTURE_RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: CaptionRule) -> None:
    caption = read_picture_caption(rule.example, (rule,))
    assert caption.rule == rule.name
    assert (caption.text, caption.credit_line) == (rule.text, rule.credit_line)


@pytest.mark.parametrize(
    ("text", "shown", "credit_line"),
    [
        (
            "Die Brücke. (Symbolfoto: picture alliance/dpa | Jane Doe)",
            "Die Brücke.",
            "picture alliance/dpa | Jane Doe",
        ),
        (
            "Anna Muster (links) und Bert (rechts)Quelle: Jane Doe/dpa",
            "Anna Muster (links) und Bert (rechts)",
            "Jane Doe/dpa",
        ),
        ("Die Brücke. ©\xa0Jane Doe/dpa", "Die Brücke.", "Jane Doe/dpa"),
        ("橋の上の人々＝東京で（山田太郎撮影）", "橋の上の人々＝東京で", "山田太郎"),
        (
            "開通した橋＝1日午前、例市、山田例子撮影",
            "開通した橋＝1日午前、例市",
            "山田例子",
        ),
        ("橋を渡る住民ら。山田例子撮影", "橋を渡る住民ら。", "山田例子"),
        ("山田例子、佐藤例美撮影", "", "山田例子、佐藤例美"),
        ("市民在新大桥上行走。张例摄", "市民在新大桥上行走。", "张例"),
        ("新大桥开通仪式现场 张例 摄", "新大桥开通仪式现场", "张例"),
        ("新华社记者张例摄", "", "新华社记者张例"),
        ("다리를 건너는 시민들. 홍길동 촬영", "다리를 건너는 시민들.", "홍길동"),
        ("Jono Pavyzdžio nuotr.", "", "Jono Pavyzdžio"),
        ("사람들 [사진 출처 = 서울일보]", "사람들", "서울일보"),
        ("다리를 건너고 있다. 서울일보", "다리를 건너고 있다.", "서울일보"),
        ("The bridge. (Example Estate)", "The bridge.", "Example Estate"),
        ("On Monday.\xa0AP Photo/J. Doe, File", "On Monday.", "AP Photo/J. Doe, File"),
        ("The bridge in Palma / Jane Doe", "The bridge in Palma", "Jane Doe"),
        ("Die Brücke im Nebel.dpa", "Die Brücke im Nebel.", "dpa"),
        (
            "Un puente.Foto: Jane Doe (REUTERS) | Vídeo: EFE",
            "Un puente.",
            "Jane Doe (REUTERS) | Vídeo: EFE",
        ),
        ("Photo by Jane Doe", "", "Jane Doe"),
        ("Copyright: AP", "", "AP"),
        ("Foto: Privat", "", "Privat"),
        ("Privat", "", "Privat"),
        ("Image source, Getty Images", "", "Getty Images"),
        ("The bridge at noon. Supplied", "The bridge at noon.", "Supplied"),
        ("Jembatan lama(Dok.Contoh )", "Jembatan lama", "Dok.Contoh"),
        ("El alcalde de Ejemplo, Juan / AFP", "El alcalde de Ejemplo, Juan", "AFP"),
        ("Le pont. JANE DOE / AFP", "Le pont.", "JANE DOE / AFP"),
        ("Image caption, The bridge at noon", "The bridge at noon", None),
        ("People died at the U.S. Capitol", "People died at the U.S. Capitol", None),
        ("A speech by Gov. Jane Doe", "A speech by Gov. Jane Doe", None),
        ("Anna Muster (ABC)", "Anna Muster (ABC)", None),
        ("Jane Doe", "Jane Doe", None),
    ],
)  # fmt: skip
def test_a_caption_is_parted_from_its_credit(
    text: str, shown: str, credit_line: str | None
) -> None:
    caption = read_picture_caption(text)
    assert (caption.text, caption.credit_line) == (shown, credit_line)


@given(st.text(alphabet="Aab ©().:/|—\t\nPhoto: by写真/AP", max_size=60))
def test_any_text_is_read(text: str) -> None:
    caption = read_picture_caption(text)
    assert caption.credit_line is None or caption.credit_line.strip()
    is_credit(text)
    may_be_credit(text)


@pytest.mark.parametrize("unit", ["a: ", "by by ", "Aaaa. "])
def test_a_text_too_long_for_a_caption_is_kept_whole(unit: str) -> None:
    text = unit * 50_000
    assert read_picture_caption(text) == ("no-credit", text, None)


def test_a_label_before_a_whole_caption_makes_no_credit_of_it() -> None:
    assert read_picture_caption("Photo: The bridge before the war").credit_line is None


@pytest.mark.parametrize(
    "text",
    [
        "The bridge. ©",
        "The bridge. Photo:",
        "The bridge. (Foto:",
        "The bridge. Photo by",
        "The bridge. (c)",
        "The bridge. |",
        "The bridge.",
    ],
)
def test_a_text_loses_what_introduces_a_credit_that_stands_apart(text: str) -> None:
    assert without_introduction(text) == "The bridge."


def test_a_word_that_is_part_of_the_sentence_is_no_introduction() -> None:
    assert without_introduction("He took a photo") == "He took a photo"


def test_a_caption_that_ends_in_a_credit_is_none_itself() -> None:
    assert may_be_credit("山田例子撮影")
    assert not may_be_credit("開通した橋＝1日午前、例市、山田例子撮影")
    assert not is_credit("橋を渡る住民ら。山田例子撮影")
