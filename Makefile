# `make demo` shows what the program does, `make test` proves it. Everything else is in the scripts.
PREFIX ?= /usr/local
DESTDIR ?=
CONFIGURATION ?= debug

.PHONY: help demo build test long install format lint clean

help:
	@echo 'make demo             build, and make the KPI report of sample-data/ in reports/'
	@echo 'make test             all tests; the last line is "N passed, N failed"'
	@echo 'make long             sanitizers and long runs, about an hour'
	@echo 'make install PREFIX=  program, manual pages and completions'
	@echo 'make format | lint    Swift sources'
	@echo 'make clean'

demo:
	@Scripts/demo.sh

build:
	@Scripts/build.sh

test:
	@CONFIGURATION=$(CONFIGURATION) Scripts/test.sh

long:
	@Scripts/long.sh

install: build
	@Scripts/install.sh '$(DESTDIR)$(PREFIX)'

format:
	@Scripts/format.sh

lint:
	@Scripts/format.sh --lint

clean:
	rm -rf .build .build-*
