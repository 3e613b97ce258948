"""Calls the API through the generated Python client, as org.parley.clients.JavaClient does in Java.

Arguments: the address of the server, a token, and the folder of the client. Reads a call a line, prints an answer a line.
"""

import base64
import importlib
import inspect
import json
import pkgutil
import sys
import time
import typing

ADDRESS, TOKEN, FOLDER = sys.argv[1:4]
sys.path.insert(0, FOLDER)

import parley_client
import parley_client.api
from pydantic import TypeAdapter

CLIENT = parley_client.ApiClient(parley_client.Configuration(host=ADDRESS, access_token=TOKEN))
OPERATIONS = {}
for module in pkgutil.iter_modules(parley_client.api.__path__):
    for _, group in inspect.getmembers(importlib.import_module("parley_client.api." + module.name), inspect.isclass):
        if group.__module__ == "parley_client.api." + module.name:
            for name, method in inspect.getmembers(group(CLIENT), inspect.ismethod):
                OPERATIONS[name] = method


def snake(name):
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def argument(parameter, value):
    """A value as the type of a parameter."""
    type = parameter.annotation
    return type.from_dict(value) if hasattr(type, "from_dict") else TypeAdapter(type).validate_python(value)


def written(value):
    """What was read, as the client writes it again."""
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(bytes(value)).decode()
    return CLIENT.sanitize_for_serialization(value)


def answer(call):
    method = OPERATIONS[snake(call["operation"])]
    parameters = inspect.signature(method).parameters
    given = {}
    for name, parameter in parameters.items():
        if name.startswith("_"):
            continue
        known = [key for key in call["arguments"] if snake(key).replace("-", "") == name.strip("_")]
        if known:
            given[name] = argument(parameter, call["arguments"][known[0]])
        elif call.get("body") is not None and name.endswith("_input"):
            given[name] = argument(parameter, call["body"])
    while True:
        try:
            return {"read": written(method(**given))}
        except parley_client.ApiException as e:
            if e.status != 429:
                return {"status": e.status, "problem": e.body}
            time.sleep(1)


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
