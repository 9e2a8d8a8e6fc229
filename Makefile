# make demo   builds a release and runs the demonstration wave
# make test   builds and runs the tests
# Both install what is missing, on Debian with a Swift toolchain.

LIBRARIES = build-essential git libcurl4-openssl-dev pkg-config \
    coinor-libcbc-dev libexpat1-dev libproj-dev libsqlite3-dev libxlsxwriter-dev libzip-dev proj-data zlib1g-dev
SOURCES = Package.swift Plugins Queries Reports Sources Tests

.PHONY: all demo test lint format clean dependencies

all: dependencies
	swift build -c release --product tsunagi

demo: all
	@mkdir -p out
	@.build/release/tsunagi run Data/demo/r6 --out out/r6 || [ $$? -eq 1 ]
	@echo "ブラウザで開いてください：$(CURDIR)/out/r6/report.html"

test: dependencies
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --parallel --recursive $(SOURCES)

format:
	swift format --in-place --parallel --recursive $(SOURCES)

dependencies:
	@scripts/install-dependencies $(LIBRARIES)

clean:
	rm -rf .build out
