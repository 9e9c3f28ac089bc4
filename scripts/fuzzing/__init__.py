"""Hostile input against whatever reads input: ``scripts/fuzz``.

``targets`` are plain functions of bytes, which a fuzzer drives here and the ordinary tests drive with a few examples;
``drawing`` makes requests, tables and workbooks of bytes, ``checks`` says what no output may hold, ``seeds`` where to
begin, and ``worker`` is one process of Atheris.
"""
