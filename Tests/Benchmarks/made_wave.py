"""A wave of made-up organisations, as large as one likes.

python3 made_wave.py FOLDER [--organizations 60000] [--seed 1]

Everything but the towns and the questionnaire of the demonstration is invented; the same seed gives the same files.
A quarter answers, three in a hundred are members. Run it with: tsunagi run FOLDER --out OUT
"""

import argparse
import csv
import itertools
import pathlib
import random
import re
import shutil

DATA = pathlib.Path(__file__).resolve().parents[2] / "Data"
CONFIGURATION = """wave:
  id: made
  label: 作り物の調査
  municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
  answers_from: 2024-10-01
  answers_until: 2024-11-12
codebook: codebook.yaml
areas: {file: areas/kumamoto.csv, report_by: ward}
gazetteers: [gazetteer/kumamoto_demo.csv]
shortlist: {size: 18}
sources:
  - file: frame.csv
    role: frame
    columns: {name: 団体名, organization_type: 種別, representative: 代表者, address: 所在地, telephone: 電話, section: 把握課}
  - file: response.csv
    role: response
    columns: {answered_at: 回答日, name: 団体名, address: 所在地, telephone: 電話}
    answers:
"""
FIRST = "ひなた こもれび あおぞら すみれ たんぽぽ みなも はるかぜ ほしぞら そよかぜ わかば こだま うぐいす つばめ いずみ".split()
SECOND = "つどい 広場 ひろば サロン ネット 相談室 食堂 学び舎 支援会 の家 の会 クラブ 工房 見守り隊 話し場 子ども会".split()
FORMS = ["NPO法人", "社会福祉法人", "一般社団法人", "", "", ""]
FAMILY = "青木 石田 上野 大森 川端 小林 坂本 下川 高木 中島".split()
SECTIONS = ["福祉政策課", "こども支援課", "高齢福祉課", "地域活動推進課", "人権政策課"]
NOTES = ["子どもの宿題をみる", "ご近所のお茶会", "里親さんの集まり", "終活の話をきく", "外国の方の日本語", "盆栽の手入れ"]


def questions():
    """Options of each question of the demonstration, by its id."""
    found, current = {}, None
    for line in (DATA / "demo/r6/codebook.yaml").read_text(encoding="utf-8").splitlines():
        if match := re.match(r'\s+- id: "?([0-9][^"]*)"?$', line):
            current = found.setdefault(match[1], [])
        elif match := re.match(r'\s+- \{code: .*label: "([^"]*)"', line):
            current.append(match[1])
    return found


def table(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(itertools.chain([header], rows))


def organizations(count, towns, chance):
    """Name, kind, representative, address, telephone and section of each; no two names are the same."""
    seen = set()
    while len(seen) < count:
        ward, town = chance.choice(towns)
        name = chance.choice(FORMS) + town + chance.choice(FIRST) + chance.choice(SECOND)
        if name in seen:
            name += f"第{chance.randint(2, 99)}"
        if name in seen:
            continue
        number = len(seen)
        seen.add(name)
        kind = "NPO法人" if name.startswith("NPO") else "社会福祉法人" if name.startswith("社会") else "任意団体"
        address = f"{ward}{town}{chance.randint(1, 30)}-{chance.randint(1, 40)}"
        telephone = f"0990-{number // 10000:02}-{number % 10000:04}"
        yield name, kind, chance.choice(FAMILY) + str(number), address, telephone, chance.choice(SECTIONS)


def answers(options, chance):
    def some(question, most):
        return ";".join(chance.sample(options[question], chance.randint(1, min(most, len(options[question])))))

    single = {question: chance.choice(options[question]) for question in ("1-1", "1-2", "2-4", "2-5", "3-1", "4-1")}
    note = chance.choice(NOTES) if chance.random() < 0.2 else ""
    return [
        single["1-1"], single["1-2"], some("2-1", 3), some("2-2", 4), note, some("2-3", 3), single["2-4"], single["2-5"],
        single["3-1"], some("3-2", 2) if single["3-1"] == "ある" else "", single["4-1"],
        *([some("4-3", 3), some("4-4", 3)] if single["4-1"] == "感じる" else ["", ""]),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--organizations", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with (DATA / "gazetteer/kumamoto_demo.csv").open(encoding="utf-8") as file:
        towns = [(row["municipality"], row["town"]) for row in csv.DictReader(file)]
    folder, options = arguments.folder, questions()
    asked = ["1-1", "1-2", "2-1", "2-2", "2-2-other", "2-3", "2-4", "2-5", "3-1", "3-2", "4-1", "4-3", "4-4"]
    folder.mkdir(parents=True)
    shutil.copy(DATA / "demo/r6/codebook.yaml", folder)
    (folder / "wave.yaml").write_text(
        CONFIGURATION
        + "".join(f'      "{question}": "{question}"\n' for question in asked)
        + "  - file: member.csv\n    role: member\n    columns: {name: 団体名, address: 所在地, public_consent: 公開可}\n",
        encoding="utf-8",
    )
    everybody = list(organizations(arguments.organizations, towns, chance))
    table(folder / "frame.csv", ["団体名", "種別", "代表者", "所在地", "電話", "把握課"], everybody)
    answering = [one for one in everybody if chance.random() < 0.25]
    table(
        folder / "response.csv",
        ["回答日", "団体名", "所在地", "電話", *asked],
        [[f"2024-10-{chance.randint(1, 31):02}", one[0], one[3], one[4], *answers(options, chance)] for one in answering],
    )
    members = [one for one in everybody if chance.random() < 0.03]
    table(folder / "member.csv", ["団体名", "所在地", "公開可"], [[one[0], one[3], chance.choice("○○×")] for one in members])


if __name__ == "__main__":
    main()
