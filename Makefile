# make demo   builds a release and runs the demonstration wave
# make test   builds and runs the tests
# make test-outputs   checks the files for other systems with GDAL and the schemas of HSDS, the pages in Chromium and
#                     the workbooks in LibreOffice
# make dist   builds dist/tsunagi_….deb, which installs where there is no network and no toolchain
# make test-dist   installs it in a bare Debian without network and runs the demonstration there (as root)
# They install what is missing, on Debian with a Swift toolchain.

# What the Swift toolchain itself needs of Debian, then what the program is linked with.
TOOLCHAIN = build-essential git libcurl4-openssl-dev libedit2 libncurses6 libxml2 pkg-config tzdata
LIBRARIES = coinor-libcbc-dev libexpat1-dev libproj-dev libsqlite3-dev libxlsxwriter-dev libzip-dev \
    nettle-dev proj-data zlib1g-dev
SOURCES = Package.swift Plugins Queries Reports Sources Tests

.PHONY: all demo test test-outputs dist test-dist lint format clean dependencies

all: dependencies
	swift build -c release --product tsunagi

demo: all
	@mkdir -p out
	@.build/release/tsunagi run Data/demo/r6 --out out/r6 || [ $$? -eq 1 ]
	@echo "ブラウザで開いてください：$(CURDIR)/out/r6/report.html"

test: dependencies
	swift build --build-tests
	swift test --skip-build

OUTPUT_TOOLS = $(CURDIR)/.build/output-tools

test-outputs: dependencies
	@scripts/install-dependencies gdal-bin python3-gdal python3-venv chromium chromium-driver fonts-noto-cjk \
		poppler-utils libreoffice-calc
	@test -x $(OUTPUT_TOOLS)/bin/python || /usr/bin/python3 -m venv $(OUTPUT_TOOLS)
	@$(OUTPUT_TOOLS)/bin/pip install --quiet --requirement Tests/Outputs/requirements.txt
	TSUNAGI_OUTPUT_TOOLS=$(OUTPUT_TOOLS) swift test --filter OutputFormatTests
	TSUNAGI=.build/debug/tsunagi $(OUTPUT_TOOLS)/bin/python -B Tests/Outputs/page_tests.py
	TSUNAGI=.build/debug/tsunagi $(OUTPUT_TOOLS)/bin/python -B Tests/Outputs/workbook_tests.py
	TSUNAGI=.build/debug/tsunagi $(OUTPUT_TOOLS)/bin/python -B Tests/Outputs/file_tests.py

dist: dependencies
	@scripts/install-dependencies binutils
	scripts/build-package

test-dist: dist
	scripts/test-package dist/tsunagi_*_$$(dpkg --print-architecture).deb

lint:
	swift format lint --strict --parallel --recursive $(SOURCES)

format:
	swift format --in-place --parallel --recursive $(SOURCES)

dependencies:
	@scripts/install-dependencies $(TOOLCHAIN) $(LIBRARIES)

clean:
	rm -rf .build dist out
