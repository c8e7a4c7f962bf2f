# `make run` tries it, `make check` tests it, `make install` installs it. `make help` lists the rest.

PREFIX = /usr/local
DESTDIR =

# Not every shell expands a tilde behind an equals sign.
prefix := $(patsubst ~/%,$(HOME)/%,$(PREFIX))
bindir = $(prefix)/bin
# Searched by systemd for /usr, /usr/local and ~/.local alike.
unitdir = $(prefix)/share/systemd/user
catalogdir = $(prefix)/lib/systemd/catalog
# Programs of contrib: run by units, bars and keys, not typed.
libexecdir = $(prefix)/libexec/hoursd
datadir = $(prefix)/share/hoursd
holidaysdir = $(datadir)/holidays
# Examples, to be copied into an owner's hooks.d.
hooksdir = $(datadir)/hooks
# Where bash, zsh and fish look for them.
completions = bash-completion/completions/hoursctl zsh/site-functions/_hoursctl fish/vendor_completions.d/hoursctl.fish

SWIFT = swift
RELEASE = --configuration release --static-swift-stdlib
BIN = .build/release

# The desktop and the telephone: what runs, what is imported, and what systemd keeps running.
contrib_programs = contrib/notify/notify contrib/bars/bar contrib/menu/menu contrib/focus/focus contrib/kdeconnect/kdeconnect \
  contrib/sip/sip
contrib_modules = contrib/lib/*.py contrib/notify/*.py contrib/sip/*.py
contrib_units = contrib/notify/hoursd-notify.service contrib/focus/hoursd-focus.service \
  contrib/kdeconnect/hoursd-kdeconnect.service contrib/sip/hoursd-sip.service

# Tests of running daemons, managers and shells: one at a time, for they wait for what happens and for nothing else.
PROCESSES = SystemdTests|DaemonTests|UserManagerTests|CompletionTests

# The tests without SwiftPM, which writes where only the tree's owner may.
BUNDLE = .build/debug/hoursdPackageTests.xctest --testing-library swift-testing --no-parallel --filter

# Tests of what calls C; apart from the rest, for all of it is built with the sanitizer. Leaks are the fuzzer's to find: XCTest and
# the tests' own disk keep some memory until they end.
SANITIZE = --sanitize=address --scratch-path .build-sanitize
BORDERS = HoursSetupTests|HoursStoreTests

.DEFAULT_GOAL := build
.PHONY: build run check install uninstall install-contrib uninstall-contrib fmt lint clean help packages test-packages doc \
  bench bench-log bench-hours fuzz sanitize sim mutants storm soak

build: packages ## the two programs, optimised, with the Swift runtime linked in
	$(SWIFT) build $(RELEASE) --product hoursd
	$(SWIFT) build $(RELEASE) --product hoursctl

run: build ## the daemon in the foreground on its defaults, to try it
	@contrib/dev/run $(BIN)

check: test-packages lint build ## everything: lint, build, tests on a real user manager, units
	$(SWIFT) build --build-tests
	Tests/told-again $(SWIFT) test --skip-build --skip '$(PROCESSES)'
	Tests/told-again Tests/user-manager $(SWIFT) test --skip-build --no-parallel --filter '$(PROCESSES)'
	Tests/told-again Tests/user-manager --unprivileged $(BUNDLE) 'Confin|ServiceTests'
	Tests/told-again Tests/user-manager --no-user-namespaces $(BUNDLE) 'Confin'
	Tests/user-manager Tests/contrib/run $(BIN)
	Tests/storm/run $(BIN) --short
	Tests/mutants

sim: ## an office's lives in a simulated world: SEEDS (1000) of them, YEARS (1) each
	$(SWIFT) build $(RELEASE) --product hours-sim
	@contrib/dev/sim $(BIN) $(or $(SEEDS),1000) $(or $(YEARS),1)

storm: test-packages build ## the real daemon under fire: KILLS (1000) of them, and every other fault; ONLY=NAME of one
	@Tests/storm/run $(BIN) --kills $(or $(KILLS),1000) $(if $(ONLY),--only '$(ONLY)')

mutants: ## the core broken on purpose in twenty ways and one: hours-sim must find each, and no fault without them
	Tests/mutants

bench: build ## hoursd beside a bare C epoll server, as ratios
	@contrib/bench/run $(BIN)

bench-log: build ## a log of 100,000 settled issues and 10,000 pending ones: starts, questions, reports
	@contrib/bench/log $(BIN)

bench-hours: ## our hours beside opening-hours-py: the same answers, and the time they take
	$(SWIFT) build $(RELEASE) --product hours-bench
	@contrib/bench/hours $(BIN)

fuzz: ## what must hold of whatever comes in, on what nobody thought of: FUZZ (hours lines borders), SECONDS (600) each
	@for name in $(or $(FUZZ),hours lines borders); do contrib/fuzz/run $$name $(or $(SECONDS),600) || exit; done

soak: build ## millions of REQUESTS (10000000): memory must stay flat, and descriptors come back
	@Tests/storm/run $(BIN) --only soak --requests $(or $(REQUESTS),10000000)

sanitize: test-packages ## the tests that cross the C borders, and bytes that nobody wrote, under AddressSanitizer
	$(SWIFT) build $(SANITIZE) --build-tests
	ASAN_OPTIONS=detect_leaks=0 Tests/told-again $(SWIFT) test $(SANITIZE) --skip-build --filter '$(BORDERS)'
	$(MAKE) fuzz FUZZ=borders SECONDS=60

doc: ## the OpeningHours library's documentation, as DocC archives in .build/doc
	$(SWIFT) build --target OpeningHours
	@contrib/dev/doc .build/debug/Modules .build/doc

install: ## into PREFIX (and DESTDIR): programs, units, journal catalog, holidays, completions
	@test -x $(BIN)/hoursd || { echo "run 'make build' first" >&2; exit 1; }
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(unitdir) $(DESTDIR)$(catalogdir) $(DESTDIR)$(holidaysdir)
	install -m 755 -s $(BIN)/hoursd $(BIN)/hoursctl $(DESTDIR)$(bindir)
	install -m 644 systemd/hoursd.socket $(DESTDIR)$(unitdir)
	for unit in hoursd.service hoursd-mail.service hoursd-hooks.service; do \
	  sed 's|@bindir@|$(bindir)|' systemd/$$unit.in >$(DESTDIR)$(unitdir)/$$unit && \
	  chmod 644 $(DESTDIR)$(unitdir)/$$unit || exit; done
	install -m 644 systemd/confine.conf $(DESTDIR)$(datadir)
	install -m 644 systemd/hoursd.catalog $(DESTDIR)$(catalogdir)
	install -m 644 $(addprefix contrib/holidays/,*.ics regions.tsv LICENSE) $(DESTDIR)$(holidaysdir)
	for file in $(completions); do \
	  install -d "$(DESTDIR)$(prefix)/share/$${file%/*}" && \
	  $(BIN)/hoursctl --generate-completion-script "$$(expr $$file : '\([a-z]*\)')" >"$(DESTDIR)$(prefix)/share/$$file" && \
	  chmod 644 "$(DESTDIR)$(prefix)/share/$$file" || exit; done
	@if [ -z "$(DESTDIR)" ] && [ "$$(id -u)" = 0 ]; then journalctl --update-catalog || true; fi

install-contrib: ## into PREFIX: notifications, bars, menu, do-not-disturb, the telephone, with their units; hooks to copy
	install -d $(DESTDIR)$(libexecdir) $(DESTDIR)$(unitdir) $(DESTDIR)$(hooksdir)
	install -m 755 contrib/hooks/* $(DESTDIR)$(hooksdir)
	install -m 755 $(contrib_programs) $(DESTDIR)$(libexecdir)
	install -m 644 $(contrib_modules) $(DESTDIR)$(libexecdir)
	for unit in $(contrib_units); do \
	  sed 's|@bindir@|$(bindir)|; s|@libexecdir@|$(libexecdir)|' $$unit.in >$(DESTDIR)$(unitdir)/$${unit##*/} && \
	  chmod 644 $(DESTDIR)$(unitdir)/$${unit##*/} || exit; done

uninstall-contrib:
	rm -f $(addprefix $(DESTDIR)$(unitdir)/,$(notdir $(contrib_units)))
	rm -rf $(DESTDIR)$(libexecdir) $(DESTDIR)$(hooksdir)

uninstall: uninstall-contrib ## what install and install-contrib put there
	rm -f $(DESTDIR)$(bindir)/hoursd $(DESTDIR)$(bindir)/hoursctl
	rm -f $(addprefix $(DESTDIR)$(unitdir)/,hoursd.service hoursd.socket hoursd-mail.service hoursd-hooks.service)
	rm -f $(DESTDIR)$(catalogdir)/hoursd.catalog
	rm -f $(addprefix $(DESTDIR)$(prefix)/share/,$(completions))
	rm -f $(DESTDIR)$(datadir)/confine.conf
	rm -rf $(DESTDIR)$(holidaysdir)
	rmdir $(DESTDIR)$(datadir) 2>/dev/null || true

fmt: ## the sources, formatted
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests contrib

lint: ## the sources, shell and Python looked over
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests contrib
	contrib/dev/lint

clean: ## what was built
	rm -rf .build

packages:
	@contrib/dev/packages build

test-packages:
	@contrib/dev/packages build test

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 25
