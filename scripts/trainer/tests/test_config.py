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
    file.write_text("[1, 2")
    with pytest.raises(ConfigError, match=r"recipe\.json"):
        load_recipe(file)


@pytest.mark.parametrize("file", RECIPES, ids=lambda file: file.stem)
def test_the_recipes_load(file):
    recipe = load_recipe(file)
    assert recipe.name == file.stem == json.loads(file.read_text())["name"]
    assert not recipe.lora.instruction or Path(recipe.lora.instruction).is_file()
