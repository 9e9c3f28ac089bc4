"""What the page on the data says of each column, and the join as it is written down for each engine."""

from datetime import date

from calculator.warehouse.fields import DEADLINES, PLACES, REGIONS, RULE_TABLE, Field, Layout
from calculator.warehouse.sql import Engine, answer_query, load_statements

__all__ = ["data_columns", "join_block"]


def data_columns() -> str:
    """A heading and a table of columns for each table of the data package."""
    return "\n\n".join(map(_table, (PLACES, DEADLINES, RULE_TABLE, REGIONS)))


def join_block(engine: Engine, today: date) -> str:
    """The statements that load the data package, and the query, as a block of SQL."""
    statements = (*load_statements(engine, "data"), answer_query(engine, today))
    return "```sql\n" + ";\n\n".join(statements) + ";\n```"


def _table(layout: Layout) -> str:
    key = " and ".join(f"`{name}`" for name in layout.key)
    rows = "\n".join(map(_row, layout.fields))
    return f"""## {layout.file} {{#{layout.name}}}

{layout.description} Unique: {key}.

| column | type | meaning |
|---|---|---|
{rows}"""


def _row(field: Field) -> str:
    among = f" One of {', '.join(f'`{one}`' for one in field.among)}." if field.among else ""
    return f"| `{field.name}` | {field.type}{'' if field.required else ', may be empty'} | {field.description}{among} |"
