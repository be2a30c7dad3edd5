# Two commands: `make demo` starts the product on demo data, `make test` passes every test. Both install what they need.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
export CARGO_TARGET_DIR ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/sapa-target
SAPA := $(CARGO_TARGET_DIR)/debug/sapa
APT := $(if $(filter 0,$(shell id -u)),apt-get,sudo apt-get)

.PHONY: demo test bench assets build check fmt unit e2e tools browsers

demo: build
	@mkdir -p var
	$(SAPA) demo --database var/demo.sqlite

build: assets
	cargo build --locked -p sapa

assets: web/dist/app.css
web/dist/app.css: web/package-lock.json web/build.mjs $(shell find web/scss web/ts crates/app/src/web -name '*.scss' -o -name '*.ts')
	cd web && npm ci --no-audit --no-fund --loglevel=error && node build.mjs

test: tools assets check unit e2e

fmt:
	cargo fmt --all --check

check: fmt
	cargo clippy --locked --workspace --all-targets -- -D warnings

# The law alone first: it says the most in the shortest time.
unit:
	cargo nextest run --locked -p law --no-fail-fast
	SAPA_REQUIRE_POSTGRES=1 scripts/with-postgres.sh cargo nextest run --locked --workspace --exclude law --no-fail-fast

# The program is the one that the tests have built.
e2e: assets
	cargo test --locked --workspace --exclude law --no-run
	cd e2e && npm ci --no-audit --no-fund --loglevel=error && SAPA_BINARY=$(SAPA) npm test

bench: assets
	bench/run.sh

# What the tests need beyond Rust and Node: a browser, PostgreSQL's server, dictionaries, a reader of PDF, certificates.
tools:
	@need=""; \
	command -v chromium >/dev/null || need="$$need chromium"; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || need="$$need postgresql"; \
	command -v hunspell >/dev/null || need="$$need hunspell"; \
	[ -e /usr/share/hunspell/kk_KZ.dic ] || need="$$need hunspell-kk"; \
	[ -e /usr/share/hunspell/ru_RU.dic ] || need="$$need hunspell-ru"; \
	command -v pdftotext >/dev/null || need="$$need poppler-utils"; \
	command -v openssl >/dev/null || need="$$need openssl"; \
	if [ -n "$$need" ]; then $(APT) update -qq && DEBIAN_FRONTEND=noninteractive $(APT) install -y -qq $$need; fi
	@command -v cargo-nextest >/dev/null || cargo install --locked cargo-nextest
