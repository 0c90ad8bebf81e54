"""How a document, the keys asked for and the answer become one sequence of tokens.

    <|bos|> ( <|doc|> document <|keys|> {"a":,"b": <|json|> {"a":"…","b":null} <|eos|> )…

A solved example before the last document is a whole turn of the same form: the chat template of a
model version writes the same tokens from user and assistant messages.
"""

import json
from dataclasses import dataclass

PAD, BOS, EOS, DOC, KEYS, JSON = CONTROL = (
    "<|pad|>",
    "<|bos|>",
    "<|eos|>",
    "<|doc|>",
    "<|keys|>",
    "<|json|>",
)

# In the order of the contract; the four facts of the coverage rule follow the fields.
CLAIM_KEYS = (
    "claimant_name",
    "claimant_dob",
    "claimant_phone",
    "claimant_email",
    "claimant_address",
    "policy_number",
    "policy_type",
    "policy_effective_date",
    "policy_expiration_date",
    "incident_date",
    "incident_time",
    "incident_type",
    "incident_location",
    "incident_description",
    "damage_description",
    "insured_item",
    "estimated_amount",
    "deductible_amount",
    "injuries_reported",
    "third_parties",
    "police_report_number",
    "reported_date",
    "coverage_determination",
    "exclusions",
    "exclusion_scope",
    "fault_disputed",
    "adjuster_finding",
)
REASONING = "reasoning"

ENUM_VALUES = (
    *(
        "personal_auto",
        "commercial_auto",
        "homeowners",
        "renters",
        "commercial_property",
        "general_liability",
    ),
    *("collision", "theft", "vandalism", "fire", "water_damage", "wind_hail", "weather_other"),
    *("liability_injury", "other", "covered", "partially_covered", "not_covered", "needs_investigation"),
    *("all", "part"),
)


def compact(value) -> str:
    """JSON as the answer grammar writes it: no white space, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def skeleton(keys) -> str:
    """The keys asked for, in the form in which the answer will hold them."""
    return "".join(("{" if index == 0 else ",") + compact(key) + ":" for index, key in enumerate(keys))


def chat_template(keys) -> str:
    """The Jinja template with which a server writes a prompt for these keys."""
    asked = skeleton(keys).replace("\\", "\\\\").replace("'", "\\'")
    return (
        "{{- '<|bos|>' -}}"
        "{%- for message in messages -%}"
        "{%- if message['role'] == 'user' -%}"
        "{{- '<|doc|>' + message['content'] + '<|keys|>" + asked + "<|json|>' -}}"
        "{%- elif message['role'] == 'assistant' -%}"
        "{{- message['content'] + '<|eos|>' -}}"
        "{%- endif -%}"
        "{%- endfor -%}"
    )


@dataclass
class Turn:
    """One document and its answer, whose keys are the keys asked for."""

    text: str
    answer: dict


def claim_answer(line: dict, reasons: bool) -> dict:
    """The answer that a label line of the generator teaches, keys in the contract's order."""
    answer = {key: line["answer"][key] for key in CLAIM_KEYS}
    return {REASONING: line["reasoning"], **answer} if reasons else answer


def turns_of(line: dict, reasons: bool = False) -> list[Turn]:
    """The turns of one line: a generic example (with its shots) or a labelled claim."""
    if "expected" in line:
        return [Turn(line["text"], claim_answer(line, reasons))]
    return [Turn(one["text"], one["answer"]) for one in (*line.get("shots", ()), line)]


# What a token is to the loss.
DOCUMENT, GIVEN, ANSWER = 0, 1, 2


def encode_turns(turns: list[Turn], encode, ids: dict[str, int]) -> tuple[list[int], list[int]]:
    """Token ids of the whole sequence and, for each, whether it is document, given or answer."""
    tokens, roles = [ids[BOS]], [GIVEN]

    def add(new: list[int], role: int) -> None:
        tokens.extend(new)
        roles.extend([role] * len(new))

    for turn in turns:
        add([ids[DOC]], GIVEN)
        add(encode(turn.text), DOCUMENT)
        add([ids[KEYS], *encode(skeleton(turn.answer)), ids[JSON]], GIVEN)
        add([*encode(compact(turn.answer)), ids[EOS]], ANSWER)
    return tokens, roles
