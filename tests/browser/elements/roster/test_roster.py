"""A roster is worked through in the page, and never leaves it."""

import csv
import io
import re
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
import vobject
from playwright.sync_api import Page, expect

from calculator import assess
from calculator.wording.page import FAILURES
from calculator.wording.roster import RESULT_HEADINGS
from tests.browser.accessibility import ALL_RULES, AXE, CONTRAST_RULES, FIND
from tests.browser.elements.roster.page import HEADING, RosterPage
from tests.browser.runtime.runtime_files import comes_by_itself
from tests.browser.waiting import Held, wait_for_megabytes, wait_until
from tests.calculator.roster.test_formats import compound

TODAY = date(2026, 11, 24)
SCRIPT = "<img src=x onerror='window.stolen = true'>"
ROWS = [
    ("张三", "2025-1-5", "", "企业职工", "13800000001"),
    ("李四", "2025-11-20", "", "企业职工", "+8613800000002"),
    ("王五", "2025-12-1", "", "企业职工", ""),
    ("赵六", "2026-10-5", "江苏", "企业职工", "13800000004"),
    ("=1+1", "去年春天", "", "", "13800000005"),
    (SCRIPT, SCRIPT, SCRIPT, SCRIPT, SCRIPT),
]
WECHAT = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
    "MicroMessenger/8.0.50(0x18003234) NetType/WIFI Language/zh_CN"
)


@pytest.fixture
def roster(page: Page, site: str) -> RosterPage:
    return RosterPage(page, site).on(TODAY).ready()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Converts a file with LibreOffice, which has a profile of its own for this."""
    profile = tmp_path_factory.mktemp("office-profile")

    def convert(file: Path, kind: str) -> Path:
        options = ["--infilter=CSV:44,34,76,1"] if file.suffix == ".csv" else []
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *options, "--convert-to", kind]
        subprocess.run(
            [*command, "--outdir", str(file.parent), str(file)], check=True, capture_output=True, timeout=300
        )
        return file.with_suffix("." + kind.partition(":")[0])

    return convert


@pytest.fixture(scope="session")
def ten_thousand(office: Callable[[Path, str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of 10,000 people, made by LibreOffice: days are cells with a date in them, not text."""
    file = tmp_path_factory.mktemp("ten-thousand") / "名单.csv"
    with file.open("w", encoding="utf-8", newline="") as text:
        rows = csv.writer(text)
        rows.writerow(HEADING)
        for number in range(10_000):
            last = TODAY - timedelta(days=number % 700)
            rows.writerow(
                (f"测试{number}", last.isoformat() if number % 100 else "不详", "", "企业职工", f"139{number:08d}")
            )
    return office(file, "xlsx")


def test_what_is_pasted_is_worked_through(roster: RosterPage) -> None:
    roster.put(ROWS)
    expect(roster.title).to_have_text("算好了，一共6人")
    expect(roster.title).to_be_focused()
    for name, count in (
        ("全部", 6),
        ("可能已停发", 1),
        ("过了截止日", 1),
        ("30天内到期", 1),
        ("看不明白", 2),
        ("还早", 1),
    ):
        expect(roster.group(name).locator("strong")).to_have_text(str(count))
    expect(roster.rows.first).to_contain_text("张三")
    for row in ROWS[:4]:
        last = date(*map(int, row[1].split("-")))
        found = assess(last, TODAY, region=row[2], scheme=row[3])
        expect(roster.rows.filter(has_text=row[0]).locator("time")).to_have_attribute("datetime", str(found.deadline))
    expect(roster.rows.filter(has_text="=1+1")).to_contain_text("看不懂“去年春天”")
    expect(roster.rows.filter(has_text="张三").get_by_role("link")).to_have_attribute("href", "tel:13800000001")


def test_a_list_as_people_write_it_is_read_and_what_is_doubtful_is_said(roster: RosterPage) -> None:
    roster.paste.fill("1、张三：2026年10月5日星期二\n2、李四 2025.1.5。\n😀王五2025.12.1，赵六 5月3日\n李四：2025.1.6")
    roster.work.click()
    expect(roster.title).to_have_text("算好了，一共5人")
    for words in (
        "这份名单没有分栏，是照每一行的写法认的",
        "第1行写的星期和日期对不上",
        "第2、4行，姓名一样，日期不一样",
    ):
        expect(roster.page.locator(".roster-remark").filter(has_text=words)).to_be_visible()
    expect(roster.rows.filter(has_text="李四").first.locator("time")).to_have_attribute("datetime", "2026-01-05")
    expect(roster.rows.filter(has_text="王五").locator("time")).to_have_attribute("datetime", "2026-12-01")
    expect(roster.rows.filter(has_text="赵六")).to_contain_text("没有写年份")
    expect(roster.rows.filter(has_text="张三")).to_contain_text("2026年10月5日却是星期一")
    rows = list(csv.DictReader(io.StringIO(roster.saved("导出CSV").decode("utf-8-sig"), newline="")))
    assert [row["原来写的"] for row in rows][:2] == ["1、张三：2026年10月5日星期二", "2、李四 2025.1.5。"]


def test_who_is_called_because_of_the_safest_day_is_no_one_whose_deadline_is_near(roster: RosterPage) -> None:
    roster.put([("张三", "2026-6-10", "河北省", "", ""), ("王五", "2025-12-1", "", "", "")])
    expect(roster.group("30天内到期").locator("strong")).to_have_text("1")
    roster.group("最好早办").click()
    expect(roster.rows).to_have_count(1)
    expect(roster.rows).to_contain_text("最好30天内办")
    expect(roster.result).to_contain_text("截止日还在30天以后，最稳妥的日子近了，或者已经过了。")


def test_no_result_stands_under_another_list(roster: RosterPage) -> None:
    roster.put([("张三", "2026-1-5", "", "", "")])
    expect(roster.rows).to_have_count(1)
    roster.paste.press_sequentially("\n李四\t2026-1-6")
    expect(roster.result).to_be_hidden()
    roster.work.click()
    expect(roster.rows).to_have_count(2)


def test_a_filter_shows_its_group_alone(roster: RosterPage) -> None:
    roster.put(ROWS)
    roster.group("看不明白").click()
    expect(roster.rows).to_have_count(2)
    expect(roster.group("看不明白")).to_have_attribute("aria-pressed", "true")
    expect(roster.group("全部")).to_have_attribute("aria-pressed", "false")
    roster.group("全部").click()
    expect(roster.rows).to_have_count(6)


def test_scripts_in_names_never_run(roster: RosterPage) -> None:
    roster.put(ROWS)
    roster.group("看不明白").click()
    expect(roster.rows.filter(has_text="<img src=x").first).to_be_visible()
    roster.page.get_by_role("button", name="打印电话名单").click()
    expect(roster.page.locator(".roster-sheet")).to_contain_text("<img src=x")
    assert roster.page.evaluate("window.stolen") is None
    assert roster.page.locator("roster-calculator img").count() == 0


def test_a_gb18030_file_is_opened_as_soon_as_it_is_chosen(roster: RosterPage) -> None:
    content = "\r\n".join(",".join(cells) for cells in [HEADING, *ROWS[:4]]).encode("gb18030")
    roster.file.set_input_files({"name": "名单.csv", "mimeType": "text/csv", "buffer": content})
    expect(roster.title).to_have_text("算好了，一共4人")
    expect(roster.rows.first).to_contain_text("张三")


def test_a_file_can_be_dropped_on_the_form(roster: RosterPage) -> None:
    roster.page.evaluate(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "名单.csv"));
            const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector("#roster-paste").dispatchEvent(drop);
        }""",
        "姓名,认证日期\n张三,2026-1-5\n",
    )
    expect(roster.title).to_have_text("算好了，一共1人")


def test_ten_thousand_rows_of_a_real_workbook(roster: RosterPage, ten_thousand: Path) -> None:
    roster.page.evaluate(
        """() => { window.shares = [];
            const bar = document.querySelector(".roster-progress progress");
            new MutationObserver(() => window.shares.push(bar.value)).observe(bar, { attributes: true }); }"""
    )
    roster.file.set_input_files(ten_thousand)
    expect(roster.title).to_have_text("算好了，一共10000人")
    shares = roster.page.evaluate("window.shares")
    assert len(set(shares)) > 20
    assert shares == sorted(shares)
    expect(roster.progress).to_be_hidden()
    expect(roster.group("看不明白").locator("strong")).to_have_text("100")
    expect(roster.rows).to_have_count(100)
    roster.page.get_by_role("button", name="下一页").click()
    expect(roster.page.locator(".roster-list-title")).to_be_focused()
    expect(roster.page.locator(".roster-list-title")).to_contain_text("第101到200人")


def test_the_page_answers_while_it_works(roster: RosterPage, ten_thousand: Path) -> None:
    """Each press is answered before the work is done: the work is not in the page's own thread."""
    roster.page.evaluate(
        """() => { window.ticks = 0;
            const result = document.querySelector(".roster-result");
            const tick = () => { window.ticks += 1; if (result.hidden) setTimeout(tick, 10); };
            addEventListener("change", () => setTimeout(tick, 10), { once: true }); }"""
    )
    roster.file.set_input_files(ten_thousand)
    expect(roster.progress).to_be_visible()
    roster.paste.fill("还能打字")
    expect(roster.paste).to_have_value("还能打字")
    expect(roster.result).to_be_hidden()
    expect(roster.title).to_have_text("算好了，一共10000人")
    assert roster.page.evaluate("window.ticks") > 20


def test_work_can_be_cancelled_and_begun_anew(roster: RosterPage, ten_thousand: Path) -> None:
    roster.file.set_input_files(ten_thousand)
    roster.page.get_by_role("button", name="取消").click()
    expect(roster.progress).to_be_hidden()
    expect(roster.file).to_be_focused()
    roster.put(ROWS)
    expect(roster.title).to_have_text("算好了，一共6人")
    expect(roster.rows).to_have_count(6)


def test_nothing_is_asked_of_the_network_while_it_works(roster: RosterPage, ten_thousand: Path) -> None:
    asked: list[str] = []
    roster.page.on("request", lambda request: asked.append(request.url))
    roster.page.context.set_offline(True)
    roster.file.set_input_files(ten_thousand)
    expect(roster.title).to_have_text("算好了，一共10000人")
    roster.put(ROWS)
    expect(roster.title).to_have_text("算好了，一共6人")
    roster.group("还早").click()
    expect(roster.rows).to_have_count(1)
    roster.page.get_by_role("button", name="打印电话名单").click()
    roster.saved("导出CSV")
    roster.saved("导出Excel")
    assert [url for url in asked if not url.startswith("blob:") and not comes_by_itself(url)] == []
    assert roster.page.url.endswith("/calculator/roster/")
    assert roster.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_reload_forgets_the_roster(roster: RosterPage) -> None:
    roster.put(ROWS)
    expect(roster.rows).to_have_count(6)
    roster.page.reload()
    roster.ready()
    expect(roster.paste).to_have_value("")
    expect(roster.result).to_be_hidden()


def test_a_wrong_column_is_corrected_by_hand(roster: RosterPage) -> None:
    roster.paste.fill("姓名\t登记\t备注\n张三\t2025-1-5\t2026-10-5")
    roster.work.click()
    expect(roster.result).to_contain_text("没有找到认证日期是哪一栏")
    choice = roster.result.get_by_label("上次认证日期")
    choice.select_option(label="备注（例如：2026-10-5）")
    expect(roster.group("还早").locator("strong")).to_have_text("1")
    expect(choice).to_be_focused()
    expect(choice).to_be_visible()
    choice.select_option(label="登记（例如：2025-1-5）")
    expect(roster.group("可能已停发").locator("strong")).to_have_text("1")


def test_a_place_for_the_whole_roster_recomputes_it(roster: RosterPage) -> None:
    roster.put(ROWS[:1])
    expect(roster.rows.first).to_contain_text("按常见的两种算法")
    roster.page.get_by_label("名单里没写地区的").fill("江苏省宿迁市")
    roster.page.get_by_label("名单里没写地区的").press("Tab")
    expect(roster.rows.first).to_contain_text("按江苏省宿迁市的说法算")


def test_csv_comes_back_as_excel_and_wps_want_it(roster: RosterPage) -> None:
    roster.put(ROWS)
    content = roster.saved("导出CSV")
    assert content.startswith(b"\xef\xbb\xbf")
    first, *rest = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert tuple(first) == HEADING + RESULT_HEADINGS
    assert [row[0] for row in rest] == ["张三", "李四", "王五", "赵六", "'=1+1", SCRIPT]
    assert (rest[1][4], rest[0][5]) == ("'+8613800000002", "2026-01-05")


def test_a_workbook_comes_back_that_libreoffice_opens(
    roster: RosterPage, office: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    roster.put(ROWS)
    book = tmp_path / "结果.xlsx"
    book.write_bytes(roster.saved("导出Excel"))
    back = office(book, "csv:Text - txt - csv (StarCalc):44,34,76")
    rows = list(csv.reader(io.StringIO(back.read_text(encoding="utf-8"))))
    assert tuple(rows[0]) == HEADING + RESULT_HEADINGS
    assert [row[0] for row in rows[1:]] == [row[0] for row in ROWS]
    assert rows[2][4] == "+8613800000002"
    assert rows[1][5] == "2026-01-05"
    assert openpyxl.load_workbook(book).active["A6"].data_type == "s"


def test_one_calendar_file_for_all(roster: RosterPage) -> None:
    roster.put(ROWS)
    events = vobject.readOne(roster.saved("日历文件").decode()).contents["vevent"]
    people = {event.summary.value.partition("：")[0] for event in events}
    assert people == {"王五", "赵六（尾号0004）"}


def test_the_call_sheet_is_printed_alone(roster: RosterPage, tmp_path: Path) -> None:
    roster.put(ROWS)
    roster.page.get_by_role("button", name="打印电话名单").click()
    wait_until(roster.page, "window.printed")
    pdf = tmp_path / "call-sheet.pdf"
    roster.page.pdf(path=pdf, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for words in (
        "养老认证电话名单",
        "2026年11月24日",
        "可能已停发：1人",
        "怎么说",
        "张三",
        "13800000001",
        "2026-01-05",
        "□",
    ):
        assert words in text, words
    for words in ("赵六", "选名单文件", "导出CSV", "名单要什么样"):
        assert words not in text, words
    roster.group("还早").click()
    roster.page.get_by_role("button", name="打印电话名单").click()
    expect(roster.page.locator(".roster-sheet")).to_contain_text("赵六")
    expect(roster.page.locator(".roster-sheet")).not_to_contain_text("张三")


def test_the_example_shows_what_comes_out(roster: RosterPage) -> None:
    roster.page.get_by_role("button", name="先用例子试试").click()
    expect(roster.title).to_have_text("算好了，一共8人")
    expect(roster.paste).to_have_value(re.compile("张三（例子）"))


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7", "不是表格"), (b"PK\x03\x04 broken", "坏了"), (compound("Root Entry", "Workbook"), "老式的Excel")],
)
def test_a_file_that_cannot_be_used_is_explained(roster: RosterPage, content: bytes, words: str) -> None:
    roster.file.set_input_files({"name": "x", "mimeType": "", "buffer": content})
    expect(roster.errors).to_be_focused()
    expect(roster.errors).to_contain_text(words)
    expect(roster.progress).to_be_hidden()
    roster.errors.get_by_role("link").click()
    expect(roster.file).to_be_focused()
    roster.put(ROWS)
    expect(roster.errors).to_be_hidden()
    expect(roster.title).to_be_visible()


def test_nothing_given_is_told_and_what_was_typed_stays(roster: RosterPage) -> None:
    roster.work.click()
    expect(roster.errors).to_contain_text("请先选一个文件")
    roster.page.get_by_label("从哪一天看").fill("明天")
    roster.put(ROWS)
    expect(roster.errors).to_contain_text("看不懂“明天”")
    expect(roster.page.get_by_label("从哪一天看")).to_have_value("明天")
    expect(roster.page.get_by_label("从哪一天看")).to_have_attribute("aria-invalid", "true")
    assert "张三" in roster.paste.input_value()


def test_a_roster_chosen_early_is_worked_as_soon_as_python_is_there(new_page: Callable[..., Page], site: str) -> None:
    page = new_page()
    wasm = Held(page, "**/pyodide.asm.hot.*.wasm")
    roster = RosterPage(page, site).on(TODAY)
    roster.put(ROWS)
    expect(roster.element).to_have_attribute("data-state", "loading")
    wait_for_megabytes(page, 2)
    wasm.let_go()
    expect(roster.title).to_have_text("算好了，一共6人")


def test_a_runtime_that_failed_is_tried_again_with_the_same_roster(new_page: Callable[..., Page], site: str) -> None:
    page = new_page()
    broken = True
    page.route("**/pyodide.asm.hot.*.wasm", lambda route: route.abort() if broken else route.continue_())
    roster = RosterPage(page, site).on(TODAY)
    roster.put(ROWS)
    expect(page.locator("[data-failure]:visible")).to_have_text([FAILURES["missing"]])
    broken = False
    page.get_by_role("button", name="再试一次").click()
    expect(roster.title).to_have_text("算好了，一共6人")


def test_the_keyboard_alone_is_enough(roster: RosterPage) -> None:
    press = roster.page.keyboard.press

    def tab_to(name: str) -> None:
        for _ in range(25):
            press("Tab")
            if roster.page.evaluate("document.activeElement.textContent").startswith(name):
                return
        pytest.fail(f"no way to {name} by keyboard")

    roster.paste.focus()
    roster.page.keyboard.insert_text("\n".join("\t".join(cells) for cells in [HEADING, *ROWS]))
    tab_to("算这份名单")
    press("Enter")
    expect(roster.title).to_be_focused()
    tab_to("？看不明白")
    press("Enter")
    expect(roster.rows).to_have_count(2)
    expect(roster.group("看不明白")).to_be_focused()
    tab_to("打印电话名单")
    press("Enter")
    wait_until(roster.page, "window.printed")


def test_a_finger_is_enough(new_page: Callable[..., Page], site: str) -> None:
    roster = RosterPage(new_page(has_touch=True, is_mobile=True), site).ready()
    roster.page.get_by_role("button", name="先用例子试试").tap()
    expect(roster.title).to_be_visible()
    roster.group("30天内到期").tap()
    expect(roster.rows).to_have_count(2)
    roster.page.get_by_text("认出的栏目").tap()
    expect(roster.result.get_by_label("上次认证日期")).to_be_visible()
    for control in roster.element.locator("button:visible, input:visible, select:visible, summary:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 60, control.evaluate("(c) => c.outerHTML.slice(0, 90)")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_rows_fit_every_screen(new_page: Callable[..., Page], site: str, width: int) -> None:
    roster = RosterPage(new_page(viewport={"width": width, "height": 800}), site).on(TODAY).ready()
    long = ("很长的姓名" * 8, "2025-11-20", "江苏省宿迁市" * 5, "企业职工", "0" * 60)
    roster.put([*ROWS, long, ("x" * 90, "y" * 90, "", "", "")])
    expect(roster.title).to_be_visible()
    roster.page.get_by_text("认出的栏目").click()
    assert roster.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("scheme", "rules"), [("light", ALL_RULES), ("dark", CONTRAST_RULES)])
def test_axe_finds_no_violation(new_page: Callable[..., Page], site: str, scheme: str, rules: list[str]) -> None:
    page = new_page(color_scheme=scheme)
    roster = RosterPage(page, site).on(TODAY).ready()
    roster.work.click()
    expect(roster.errors).to_be_visible()
    page.evaluate(AXE)
    assert page.evaluate(FIND, rules) == []
    roster.put([*ROWS, *[("李四", "2026-10-5")] * 120])
    expect(roster.title).to_be_visible()
    page.get_by_text("认出的栏目").click()
    assert page.evaluate(FIND, rules) == []


def test_inside_wechat_the_way_out_is_shown_instead_of_a_download(new_page: Callable[..., Page], site: str) -> None:
    roster = RosterPage(new_page(user_agent=WECHAT), site).on(TODAY).ready()
    roster.put(ROWS)
    expect(roster.result).to_contain_text("在浏览器打开")
    for button in ("导出CSV", "导出Excel", "日历文件", "打印电话名单"):
        expect(roster.page.get_by_role("button", name=button)).to_be_hidden()


def test_elsewhere_the_way_out_is_not_shown(roster: RosterPage) -> None:
    roster.put(ROWS)
    expect(roster.page.get_by_text("在浏览器打开")).to_be_hidden()
    expect(roster.page.get_by_role("button", name="导出CSV")).to_be_visible()
