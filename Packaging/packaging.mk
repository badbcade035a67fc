# Programs that run where no Swift is: installed into PREFIX, or as a package of Debian's.

PREFIX := /usr/local
DESTDIR :=

# A folder for each level of the processor; Swift's own libraries are part of the program.
STANDALONE = .build-install/$(or $(LEVEL),portable)
MANUALS := growth.1 growth.*.1
PAPERS := README.md CHANGELOG.md LICENSE THIRD-PARTY-NOTICES.md Documentation/Tutorial.md Documentation/Tutorial.vi.md

.PHONY: install uninstall standalone deb deb-test debian-tools example memory

# The program with its commit and its compiler written into it, `STANDALONE/growth`: neither compiles anything anew.
standalone: lapacke
	@echo "building for $(or $(LEVEL),every processor) (the first time takes four to seven minutes)"
	@$(BUILD) --static-swift-stdlib --product growth --scratch-path $(STANDALONE) > .build.log 2>&1 \
	  || { cat .build.log; exit 1; }
	@Packaging/stamp.sh $(STANDALONE)/release/growth $(STANDALONE)/growth

install: standalone
	@$(MAKE) -s manual completions BUILD=: GROWTH=$(STANDALONE)/growth CHECKOUTS=$(STANDALONE)/checkouts > /dev/null
	install -D -m 755 $(STANDALONE)/growth $(DESTDIR)$(PREFIX)/bin/growth
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/growth/Scenarios/data \
	  $(DESTDIR)$(PREFIX)/share/doc/growth
	install -m 644 $(MANUAL)/man1/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -D -m 644 $(COMPLETIONS)/growth.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/growth
	install -D -m 644 $(COMPLETIONS)/_growth $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_growth
	install -D -m 644 $(COMPLETIONS)/growth.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/growth.fish
	install -m 644 Scenarios/*.* $(DESTDIR)$(PREFIX)/share/growth/Scenarios
	install -m 644 Scenarios/data/* $(DESTDIR)$(PREFIX)/share/growth/Scenarios/data
	install -m 644 $(PAPERS) $(DESTDIR)$(PREFIX)/share/doc/growth

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/growth $(addprefix $(DESTDIR)$(PREFIX)/share/man/man1/,$(MANUALS)) \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/growth \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_growth \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/growth.fish
	rm -rf $(DESTDIR)$(PREFIX)/share/growth $(DESTDIR)$(PREFIX)/share/doc/growth

# .build-deb/growth_VERSION_amd64.deb: a program for each level of the processor, and what chooses between them.
LEVELS := portable x86-64-v3 x86-64-v4

deb: debian-tools
	@set -e; for level in $(LEVELS); do $(MAKE) -s standalone LEVEL=$${level#portable}; done
	@MAKE="$(MAKE)" LEVELS="$(LEVELS)" Packaging/deb.sh

# In a root of Debian that has nothing else: installed with what it depends on, run, compared, and removed.
deb-test: deb build
	@GROWTH=$(GROWTH) Packaging/deb-test.sh

# The libraries in a package of somebody else's: beside this folder, and by version from a repository.
example: lapacke
	@Examples/run.sh

# Commands under valgrind: memory that is not theirs.
memory: valgrind
	@$(MAKE) -s standalone LEVEL=
	@Tests/Memory/run.sh .build-install/portable/growth

debian-tools:
	$(call installed,command -v debootstrap && command -v lintian && command -v dpkg-shlibdeps && command -v fakeroot,debootstrap lintian dpkg-dev fakeroot)
