"""What copies on a disk carry as text, their script reads as it was."""

import json
import random
import subprocess

from runtime.disk.embedded_python import packed
from scripts.settings.paths import ROOT

_READ = """
import { text } from "node:stream/consumers";
import { unpacked } from "./runtime/disk/unpack.js";
const files = await Promise.all(JSON.parse(await text(process.stdin)).map(unpacked));
process.stdout.write(JSON.stringify(files.map((file) => Buffer.from(file).toString("hex"))));
"""


def test_files_of_every_length_are_read_as_they_were_and_nothing_in_them_is_markup() -> None:
    drawn = random.Random(1)  # noqa: S311
    files = [drawn.randbytes(length) for length in (*range(70), 100_001)]
    texts = [packed(file) for file in files]
    assert not set("".join(texts)) & set("<\"'\\\n")
    command = ["node", "--input-type=module", "--eval", _READ]
    read = subprocess.run(command, cwd=ROOT, input=json.dumps(texts), capture_output=True, text=True, check=True)
    assert json.loads(read.stdout) == [file.hex() for file in files]
