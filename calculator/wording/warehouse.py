"""The words for tables of millions of rows: what cannot be read, and what to do about it."""

from calculator.wording.plain_text import shortened

NO_LAST_COLUMN = "没有找到叫“{name}”的一栏。请把上次认证日期的一栏改名为 last，或者用 --last 写出它的名字。"
NO_COLUMN = "没有找到叫“{name}”的一栏。请核对 --{field} 后面写的栏名。"
UNKNOWN_FILE = "只能读写.parquet和.csv文件。请把文件名改成用.parquet或.csv结尾。"
SAME_FILE = "写出的文件不能和读的是同一个。请在 -o 后面换一个名字。"
NEEDS_DUCKDB = "这个命令要用DuckDB。请先运行 pip install 'pension-certification[batch]'。"
TORN_LINE = "这一行的引号或者列数不对，读不出来。请核对这一行，再算一次。"
MEMORY = "内存的上限看不懂。请写成 2GB 这样，例如：--memory 2GB。"


def no_last_column(name: str) -> str:
    return NO_LAST_COLUMN.format(name=shortened(name))


def no_column(field: str, name: str) -> str:
    return NO_COLUMN.format(field=field, name=shortened(name))


def column_taken(name: str) -> str:
    return f"表里已经有叫“{name}”的一栏，算出来的没有地方写。请先把它改名。"


def scheme_unknown(text: str) -> str:
    return f"险种“{shortened(text)}”没有认出来。请写成企业职工、机关事业、城乡居民这样的，不知道就空着。"


def code_unknown(text: str) -> str:
    return f"没有“{shortened(text)}”这个地区代码。请写GB/T 2260的代码，例如：321302；或者写地名。"


def cannot_read(name: str) -> str:
    return f"读不了“{shortened(name)}”。请核对文件在不在、坏没坏；CSV请另存为UTF-8，第一行写栏名，再试一次。"


def cannot_write(name: str) -> str:
    return f"写不进“{shortened(name)}”。请换一个可以写的文件夹，再试一次。"


def counted(rows: int, unread: int, file: str) -> str:
    """How many rows were answered, and where those are that could not be read."""
    told = f"算好了{rows}行。"
    return told + (f"有{unread}行看不明白，写在“{file}”里，每行都有原因。" if unread else "没有看不明白的。")


def package_written(folder: str) -> str:
    return f"数据写在“{folder}”里了。"
