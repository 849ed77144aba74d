"""Which characters the typefaces are to hold."""

from portal.documents.fonts import charset


def test_gb_2312_has_its_6763_hanzi_and_682_others() -> None:
    hanzi = {character for character in charset.gb2312() if "\u4e00" <= character <= "\u9fff"}
    assert (len(hanzi), len(charset.gb2312() - hanzi)) == (6763, 682)


def test_symbols_hold_no_hanzi() -> None:
    assert not {character for character in charset.symbols() if "\u4e00" <= character <= "\u9fff"}


def test_full_width_forms_and_units_are_symbols() -> None:
    assert set("％（）０９Ａｚ㎡㎏℃①㈠≥±‰·—¥€") <= charset.symbols()


def test_the_standard_table_has_8105_characters_and_1467_of_them_are_not_in_gb_2312() -> None:
    assert len(charset.rest_of_standard()) == 1467
    assert not charset.rest_of_standard() & charset.gb2312()
    assert set("䶮㛃𠅤喆堃珺玥") <= charset.rest_of_standard()
