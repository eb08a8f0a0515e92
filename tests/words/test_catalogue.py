"""Every text of the program is there in Dutch, once and in the same words."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.words.extraction import catalogue_of, catalogues, key, messages, translations, wanted

FIELD = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def source():
    return wanted()


@pytest.fixture(scope="module")
def dutch():
    return catalogues()


def told(problems):
    return "\n".join(f"  {line}" for line in sorted(problems))


def test_every_text_has_a_dutch_translation(source, dutch):
    there = {key(m) for catalogue in dutch.values() for m in messages(catalogue) if all(translations(m))}
    missing = defaultdict(list)
    for text, files in source.items():
        if text not in there:
            missing[f"{catalogue_of(sorted(files)[0])}.po"].append(f"{sorted(files)[0]}: {text[1]!r}")
    report = "\n".join(f"{file} ({len(lines)})\n{told(lines)}" for file, lines in sorted(missing.items()))
    assert not report, f"texts without a Dutch translation:\n{report}"


def test_no_translation_is_left_of_a_text_that_is_gone(source, dutch):
    obsolete = [f"{name}.po: {m.id!r}" for name, c in dutch.items() for m in messages(c) if key(m) not in source]
    obsolete += [f"{name}.po: #~ {m.id!r}" for name, c in dutch.items() for m in c.obsolete.values()]
    assert not obsolete, f"translations of texts that are not in the program:\n{told(obsolete)}"


def test_the_same_text_reads_the_same_everywhere(dutch):
    readings = defaultdict(lambda: defaultdict(list))
    for name, catalogue in dutch.items():
        for message in messages(catalogue):
            readings[key(message)][translations(message)].append(f"{name}.po")
    torn = [f"{text[1]!r}: {dict(found)}" for text, found in readings.items() if len(found) > 1]
    assert not torn, f"one text, several translations:\n{told(torn)}"


def test_a_translation_has_the_fields_of_its_text(dutch):
    wrong = []
    for name, catalogue in dutch.items():
        for message in messages(catalogue):
            texts = (message.id,) if isinstance(message.id, str) else message.id
            for text, translation in zip(texts, translations(message), strict=True):
                if set(FIELD.findall(text)) != set(FIELD.findall(translation)):
                    wrong.append(f"{name}.po: {text!r} -> {translation!r}")
    assert not wrong, f"fields lost or added:\n{told(wrong)}"


def test_no_translation_is_a_guess(dutch):
    guessed = [f"{name}.po: {m.id!r}" for name, catalogue in dutch.items() for m in messages(catalogue) if m.fuzzy]
    assert not guessed, f"translations nobody confirmed:\n{told(guessed)}"
