"""Runs rows through the trainers' own loading code and says what became of each.

Reads JSON Lines of {"consumer", "format", "row"} from stdin and writes {"outcome", "detail"} for each: accepted,
dropped, rejected, or skipped where that consumer's code is not here. Only the code that reads rows runs; what it
imports besides (torch, transformers, …) is replaced by empty stand-ins, so no GPU and no model is needed.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import json
import logging
import os
import sys
import tempfile
import types
from unittest.mock import MagicMock

logging.disable(logging.CRITICAL)

os.environ["TOGETHER_NO_BANNER"] = "1"

STAND_INS = {
    "torch", "torchvision", "torchao", "torchdata", "transformers", "peft", "accelerate", "trl", "bitsandbytes",
    "triton", "kagglehub", "safetensors", "tiktoken", "tokenizers", "sentencepiece", "blobfile", "omegaconf", "gradio",
    "av", "modelscope", "openmind_hub", "swanlab", "addict", "axolotl.utils.schemas", "axolotl.utils.chat_templates",
    "axolotl.utils.logging", "axolotl.utils.dict", "PIL", "colorama", "llamafactory.extras.misc",
}


class AnyClass(type):
    """Has every attribute, can be inherited from, called, compared and used in isinstance."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = any_class(name)
        setattr(cls, name, value)
        return value

    def __call__(cls, *args, **kwargs):
        # As a decorator it gives back what it decorates.
        if cls.__dict__.get("_is_stand_in") and len(args) == 1 and callable(args[0]) and not kwargs:
            return args[0]
        return cls if cls.__dict__.get("_is_stand_in") else type.__call__(cls, *args, **kwargs)

    def __getitem__(cls, _):
        return cls

    def __or__(cls, other):
        return cls

    __ror__ = __or__

    def __lt__(cls, other):
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __add__(cls, other):
        return other

    __radd__ = __add__

    def __iter__(cls):
        return iter(())

    def __contains__(cls, _):
        return False


def any_class(name):
    return AnyClass(name, (), {"_is_stand_in": True})


class StandIn(types.ModuleType):
    __path__ = []
    __version__ = "9.9.9"

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        # What modules ask when they are imported: no GPU is here.
        value = (lambda *args, **kwargs: False) if name.startswith(("is_", "use_")) else any_class(name)
        setattr(self, name, value)
        return value


class StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path, target=None):
        parts = fullname.split(".")
        if any(".".join(parts[: index + 1]) in STAND_INS for index in range(len(parts))):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        return StandIn(spec.name)

    def exec_module(self, module):
        pass


def package(name, *folders):
    """Declares a package without running its __init__, which would import everything."""
    module = types.ModuleType(name)
    module.__path__ = list(folders)
    sys.modules[name] = module


def folder_of(name):
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(name)
    return list(spec.submodule_search_locations)[0]


try:
    TRL_FOLDER = folder_of("trl")
except ImportError:
    TRL_FOLDER = None


class Dropped(Exception):
    pass


def llamafactory():
    root = folder_of("llamafactory")
    package("llamafactory", root)
    package("llamafactory.extras", f"{root}/extras")
    package("llamafactory.data", f"{root}/data")
    package("llamafactory.data.processor", f"{root}/data/processor")
    from llamafactory.data.converter import DATASET_CONVERTERS
    from llamafactory.data.formatter import FunctionFormatter, StringFormatter, ToolFormatter
    from llamafactory.data.parser import DatasetAttr
    from llamafactory.data.processor.supervised import SupervisedDatasetProcessor

    class Processor(SupervisedDatasetProcessor):
        """The trainer's own choice of rows; its templates' formatters read the texts, no tokenizer does."""

        def _encode_data_example(self, prompt, response, system, tools, images, videos, audios):
            text = StringFormatter(slots=["{{content}}"])
            function = FunctionFormatter(slots=["{{content}}"], tool_format="default")
            for message in prompt + response:
                formatter = function if message["role"] == "function" else text
                formatter.apply(content=message["content"])
            if tools:
                ToolFormatter(tool_format="default").apply(content=tools)
            return [1], [1]

    openai_tags = dict(role_tag="role", content_tag="content", user_tag="user", assistant_tag="assistant",
                       observation_tag="tool", function_tag="function_call", system_tag="system")

    def load(format_name, row):
        attr = DatasetAttr("file", dataset_name="rows")
        if format_name == "alpaca":
            attr.formatting = "alpaca"
        else:
            attr.formatting = "sharegpt"
            attr.prompt = attr.query = attr.response = None
            attr.tools = "tools" if "tools" in row and format_name == "sharegpt" else None
            if format_name == "openai":
                attr.messages = "messages"
                for tag, value in openai_tags.items():
                    setattr(attr, tag, value)
            if format_name == "preference-llamafactory":
                attr.ranking, attr.chosen, attr.rejected = True, "chosen", "rejected"
        converted = DATASET_CONVERTERS[attr.formatting](dataset_attr=attr, data_args=MagicMock(media_dir="."))(row)
        if format_name == "preference-llamafactory":
            # PairwiseDatasetProcessor: an odd prompt and two answers, or the row is dropped.
            if len(converted["_prompt"]) % 2 != 1 or len(converted["_response"]) < 2:
                raise Dropped()
            return
        batch = {key: [value] for key, value in converted.items()}
        processor = Processor(template=MagicMock(), tokenizer=MagicMock(), processor=None, data_args=MagicMock())
        if not processor.preprocess_dataset(batch).get("input_ids"):
            raise Dropped()

    return load


def axolotl():
    root = folder_of("axolotl")
    package("axolotl", root)
    package("axolotl.utils", f"{root}/utils")
    package("axolotl.prompt_strategies", f"{root}/prompt_strategies")
    from axolotl.prompt_strategies.chat_template import ChatTemplateStrategy
    from axolotl.prompt_tokenizers import AlpacaPromptTokenizingStrategy

    def strategy(keys, roles):
        made = object.__new__(ChatTemplateStrategy)
        made._messages = keys["messages"]
        prompter = types.SimpleNamespace(
            field_messages=keys["messages"], field_system="system", field_tools="tools", drop_system_message=False,
            message_property_mappings={"role": keys["role"], "content": keys["content"]}, roles=roles,
            message_field_training="weight" if keys["messages"] == "messages" else None,
            message_field_training_detail=None, template_thinking_key=None,
            chat_template_msg_variables={"role", "content", "tool_calls"},
        )
        made.prompter, made.split_thinking, made.roles_to_train, made.train_on_inputs = prompter, False, ["assistant"], False
        return made

    plain = {name: name for name in ("system", "user", "assistant", "tool")}
    chats = {
        "openai": strategy({"messages": "messages", "role": "role", "content": "content"}, plain),
        "sharegpt": strategy(
            {"messages": "conversations", "role": "from", "content": "value"},
            {"system": "system", "human": "user", "gpt": "assistant", "function_call": "assistant", "observation": "tool"},
        ),
    }

    def load(format_name, row):
        if format_name == "alpaca":
            fields = AlpacaPromptTokenizingStrategy.parse_instruction_fields(None, row)
            for field in (fields[0], fields[2]):
                if not isinstance(field, str):
                    raise TypeError("the tokenizer takes text only")
            return
        if format_name not in chats:
            raise NotImplementedError
        turns = chats[format_name].get_conversation_thread(row)
        trained = [turn for turn in turns
                   if (turn["training"] if turn.get("training") is not None else turn.get("role") == "assistant")]
        # drop_no_trainable_tokens
        if not trained:
            raise Dropped()

    return load


def torchtune():
    root = folder_of("torchtune")
    package("torchtune", root)
    for name in ("data", "modules", "datasets"):
        package(f"torchtune.{name}", f"{root}/{name}")
    transforms = types.ModuleType("torchtune.modules.transforms")
    transforms.Transform = object
    sys.modules["torchtune.modules.transforms"] = transforms
    from torchtune.data._messages import AlpacaToMessages, OpenAIToMessages, ShareGPTToMessages, validate_messages

    chosen = {"alpaca": AlpacaToMessages, "sharegpt": ShareGPTToMessages, "openai": OpenAIToMessages}

    def load(format_name, row):
        if format_name not in chosen:
            raise NotImplementedError
        messages = chosen[format_name]()(row)["messages"]
        # SFTDataset does the same before it tokenizes.
        validate_messages(messages)
        for message in messages:
            if not isinstance(message.text_content, str):
                raise TypeError("the tokenizer takes text only")

    return load


def together():
    from together.utils.files import check_file

    def load(format_name, row):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "rows.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
            report = check_file(path)
        if not report["is_check_passed"]:
            raise ValueError(report.get("message") or "check failed")

    return load


def openai():
    """The types of the client's chat messages: the service checks more, so what they accept says little."""
    from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolUnionParam
    from typing import List

    from pydantic import TypeAdapter

    messages = TypeAdapter(List[ChatCompletionMessageParam])
    tools = TypeAdapter(List[ChatCompletionToolUnionParam])

    def read(value, adapter):
        # Strict: a number is no text. The client's lists are iterables, which are read here to their end.
        def spend(found):
            if isinstance(found, dict):
                return {key: spend(member) for key, member in found.items()}
            return found if isinstance(found, (str, int, float, bool, type(None))) else [spend(item) for item in found]

        return spend(adapter.validate_python(value, strict=True))

    def load(format_name, row):
        if format_name != "openai":
            raise NotImplementedError
        read(row["messages"], messages)
        if "tools" in row:
            read(row["tools"], tools)

    return load


def unsloth():
    from datasets import Dataset
    package("unsloth_zoo", folder_of("unsloth_zoo"))
    from unsloth_zoo.dataset_utils import standardize_data_formats

    def load(format_name, row):
        if format_name != "sharegpt":
            raise NotImplementedError
        # A second row with other texts, so that the guess of the keys, which is a matter of the file, is right.
        other = {"conversations": [{"from": "human", "value": f"other {n}"} for n in range(30)]}
        standardize_data_formats(Dataset.from_list([row, other]))

    return load


def trl():
    # Under another name, because other trainers import trl and need no more of it than a stand-in.
    package("trl_code", TRL_FOLDER or folder_of("trl_code"))
    from trl_code.data_utils import is_conversational, maybe_convert_to_chatml
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # ChatML, as most tokenizers have it.
    template = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True).from_string(
        "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' }}{% endfor %}"
    )

    def load(format_name, row):
        if format_name == "sharegpt":
            row = maybe_convert_to_chatml(row)
        if format_name in ("openai", "sharegpt"):
            if not is_conversational(row):
                raise ValueError("taken for plain text, which it is not")
            template.render(messages=row["messages"])
        elif format_name == "prompt-completion":
            if not isinstance(row["prompt"], str) or not isinstance(row["completion"], str):
                raise TypeError("prompt and completion are joined as text")
        else:
            raise NotImplementedError

    return load


def main():
    sys.meta_path.insert(0, StandInFinder())
    loaders = {}
    for name, make in dict(llamafactory=llamafactory, axolotl=axolotl, torchtune=torchtune, together=together,
                           openai=openai, unsloth=unsloth, trl=trl).items():
        try:
            loaders[name] = make()
        except Exception as error:
            print(f"{name}: not here ({type(error).__name__}: {error})", file=sys.stderr)
    for line in sys.stdin:
        case = json.loads(line)
        print(json.dumps(run(loaders.get(case["consumer"]), case)), flush=True)


def run(load, case):
    if load is None:
        return {"outcome": "skipped", "detail": "not installed"}
    try:
        load(case["format"], json.loads(json.dumps(case["row"])))
        return {"outcome": "accepted", "detail": ""}
    except NotImplementedError:
        return {"outcome": "skipped", "detail": "no loader for this format"}
    except Dropped:
        return {"outcome": "dropped", "detail": ""}
    except Exception as error:
        return {"outcome": "rejected", "detail": f"{type(error).__name__}: {error}"[:200]}


if __name__ == "__main__":
    main()
