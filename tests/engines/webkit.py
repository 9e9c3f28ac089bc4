"""Drives WebKitGTK for tests/engines/engine.py: one request a line in, one reply a line out."""

import json
import sys
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.engines.engine import PATIENCE


def main(driver_program: str) -> None:
    options = Options()
    options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))
    options.add_argument("--automation")
    driver = webdriver.WebKitGTK(options=options, service=Service(driver_program))
    driver.set_script_timeout(PATIENCE)
    try:
        for line in sys.stdin:
            try:
                reply = {"value": _done(driver, json.loads(line))}
            except WebDriverException as error:
                reply = {"error": str(error)}
            print(json.dumps(reply), flush=True)
    finally:
        driver.quit()


def _done(driver: webdriver.WebKitGTK, request: dict[str, str]) -> Any:
    match request["do"]:
        case "open":
            return driver.get(request["address"])
        case "run":
            return driver.execute_script(f"return (async () => {{ {request['script']} }})()")
        case "type":
            return driver.find_element(By.CSS_SELECTOR, request["selector"]).send_keys(
                request["text"].replace("\n", Keys.ENTER)
            )
        case action:
            assert action == "click"
            return driver.find_element(By.CSS_SELECTOR, request["selector"]).click()


if __name__ == "__main__":
    main(sys.argv[1])
