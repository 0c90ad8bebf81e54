import json
from pathlib import Path

import pytest
from claim_trainer.config import ConfigError, Recipe, load_recipe, parse

FILES = sorted((Path(__file__).parents[1] / "recipes").glob("*.json"))
# The others are made of these.
RECIPES = [file for file in FILES if "name" in json.loads(file.read_text())]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "name: is missing"),
        ({"name": "a", "lorra": {}}, "lorra: no such setting"),
        ({"name": "a", "lora": {"rang": 1}}, r"lora\.rang: no such setting"),
        ({"name": "a", "lora": 3}, "lora: must be an object"),
        ({"name": "a", "card": 3}, "card: must be an object"),
        ({"name": "a", "base": {"tokens": "many"}}, r"base\.tokens: must be of type int"),
        ({"name": "a", "run": {"compile": 1}}, r"run\.compile: must be of type bool"),
        ({"name": "a", "lora": {"learning_rate": True}}, r"lora\.learning_rate: must be of type float"),
        ({"name": "a", "lora": {"backend": "other"}}, r"lora\.backend: must be one of compact, transformers"),
    ],
)
def test_a_wrong_setting_is_named(values, message):
    with pytest.raises(ConfigError, match=message):
        parse(Recipe, values)


def test_whole_numbers_do_for_fractions_and_lists_for_tuples():
    recipe = parse(Recipe, {"name": "a", "lora": {"learning_rate": 1, "targets": ["q_proj"]}})
    assert recipe.lora.learning_rate == 1.0
    assert recipe.lora.targets == ("q_proj",)


def test_a_file_that_is_no_recipe_is_named(tmp_path):
    file = tmp_path / "recipe.json"
    with pytest.raises(ConfigError, match=r"recipe\.json"):
        load_recipe(file)
    for text in ("[1, 2", "[1, 2]"):
        file.write_text(text)
        with pytest.raises(ConfigError, match=r"recipe\.json"):
            load_recipe(file)


def test_a_pass_may_set_what_the_recipe_leaves(tmp_path):
    file = tmp_path / "recipe.json"
    file.write_text('{"name": "a", "lora": {"rank": 8, "epochs": 2}}')
    lora = load_recipe(file, '{"epochs": 1, "trained": ["o_proj.B"]}').lora
    assert (lora.rank, lora.epochs, lora.trained) == (8, 1, ("o_proj.B",))
    for settings, message in (
        ('{"rang": 1}', r"lora\.rang: no such setting"),
        ("[]", "--lora: must be an object"),
        ("{", "--lora: "),
    ):
        with pytest.raises(ConfigError, match=message):
            load_recipe(file, settings)


@pytest.mark.parametrize("file", RECIPES, ids=lambda file: file.stem)
def test_the_recipes_load(file):
    recipe = load_recipe(file)
    assert recipe.name == file.stem == json.loads(file.read_text())["name"]
    assert not recipe.lora.instruction or Path(recipe.lora.instruction).is_file()
