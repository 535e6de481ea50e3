# Thin on purpose: each target does what README.md says.
PYTHON ?= python3
BIN := .venv/bin
# The environment's tools, Node among them, come before the machine's.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Whatever a shell says, what Python has compiled is kept: hundreds of processes would compile the same files anew.
unexport PYTHONDONTWRITEBYTECODE

ENVIRONMENT := .venv/.ready
INSTALLING := .venv/.installing
FRONT_END := node_modules/.ready
IDENTITY := quizzes/book.json
BUNDLE := quizzes/_bundle/.ready
BOOK := _build/html/book/index.html
HUB := _build/hub
SPARK := _build/spark

# Two makes in one folder would write the same files, so the second waits if there is flock (macOS has none). The
# lock ends with its shell, however that ends.
ALONE := $(if $(shell command -v flock),exec 9>.lock; flock -n 9 || { echo "Another make is at work in this folder; waiting for it."; flock 9; };)

.DEFAULT_GOAL := book
.PHONY: book prepared machine serve host pdf epub lab lite lite-chapter test check scripts bench engine hub spark pins clean

book: prepared  ## build the site, say where it is
	@$(ALONE) jupyter-book build . -W --keep-going -q 9>&-
	@echo "The book is in _build/html: open $(BOOK), or run 'make serve'."

serve: book  ## serve the built site with the headers of a real host
	cd book && python -m _ext.site.serve

host: book  ## the site for a host, compressed, in _build/host; BASE is its path there
	cd book && python -m _ext.site.host $(BASE)

pdf: machine book  ## the book as one PDF and a page a chapter for the wall, in _build/volume
	cd book && python -m _ext.volume.paper "$$(python ../tests/machine.py chromium)"

epub: book  ## the book for an e-reader, in _build/volume
	cd book && python -m _ext.volume.epub

lab: prepared  ## open the chapters as notebooks
	(cd book && python -m _ext.live.copy)
	@# Chapters are no code to step through: the debugger need not warn that it cannot see into frozen modules.
	PYDEVD_DISABLE_FILE_VALIDATION=1 jupyter lab --notebook-dir=_live

lite: prepared  ## the notebooks with Python in the browser itself, in _build/lite, for a host
	cd book && python -m _ext.live.lite

lite-chapter: machine lite  ## run a chapter in it, in Chromium with every other host cut off; says what it loads and takes
	pytest --numprocesses=0 -s tests/live/chapter_in_a_browser.py

check: prepared  ## everything that needs no built page
	ruff check . && ruff format --check . && mypy && PYTHONPATH=book lint-imports --no-logo
	npm run --silent check
	python -m course check && python -m outcomes check && python -m quizzes check && python -m quizzes lint
	node_modules/.bin/cspell --no-progress --no-summary

scripts: prepared  ## the tests of the front end that need no browser
	npm test --silent

test: machine  ## everything, browsers and kernel included
	@$(MAKE) --no-print-directory prepared
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target check book scripts
	pytest --numprocesses=2

machine:  ## find what the tests need on the machine; as root on Debian install it, elsewhere say what is missing
	@$(ALONE) $(PYTHON) tests/machine.py 9>&-

bench: machine book  ## measure what is promised: prints a table, writes _build/bench.json
	python tests/bench

engine: $(ENVIRONMENT)  ## bring another version of the engine to this course: FROM is its repository, with @tag if not the newest
	@test -n "$(FROM)" || { echo "Say where it is: make engine FROM=<address or path>[@tag]"; exit 1; }
	@python -m course update "$(FROM)"

hub: prepared  ## ten students at once on a real JupyterHub, in an environment of its own; says memory and time
	test -x $(HUB)/bin/python || $(PYTHON) -m venv $(HUB)
	$(HUB)/bin/python -m pip install --quiet --disable-pip-version-check -r tests/hub/requirements.txt
	npm install --loglevel=error --no-save --prefix $(HUB) configurable-http-proxy@5.3.0
	$(HUB)/bin/python -m pytest -s tests/hub/ten_students.py

spark: prepared  ## the queries of a class on a real Spark of two workers, in an environment of its own; needs Java
	@command -v java >/dev/null || { echo "Spark needs Java 17 or later; on Debian: apt install default-jre-headless"; exit 1; }
	test -x $(SPARK)/bin/python || $(PYTHON) -m venv $(SPARK)
	$(SPARK)/bin/python -m pip install --quiet --disable-pip-version-check -r tests/sql/requirements.txt
	python -m pytest tests/sql/in_spark.py

pins:  ## compile requirements.txt from pyproject.toml again
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --quiet -o requirements.txt
	echo '-e .' >> requirements.txt

clean:  ## remove what was built; the environment stays
	rm -rf _build _live quizzes/_bundle outcomes/_bundle book/_theme/_bundle book/_theme/offline/_bundle $(IDENTITY)

prepared:  # the environment and the front end
	@$(ALONE) $(MAKE) -s $(BUNDLE) 9>&-

$(ENVIRONMENT): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14) and "Python 3.11, 3.12 or 3.13 is needed; say which with: make PYTHON=python3.12")'
	@test ! -e $(INSTALLING) || { echo "The last install was interrupted; it is begun anew."; rm -rf .venv; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { rm -rf .venv; mkdir .venv; }
	@touch $(INSTALLING)
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the environment; the first time takes a few minutes."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt \
	  || { echo "The environment is not complete: pip says why above. Mend that, and give the same command again."; exit 1; }
	@# JupyterLab's own scripts are not modules, whatever this project's package.json says about its scripts.
	@echo '{}' > .venv/package.json
	@# At the first start, do not ask about news from a third party.
	@$(BIN)/jupyter labextension disable "@jupyterlab/apputils-extension:announcements" 2>/dev/null
	@rm $(INSTALLING)
	@touch $@

$(FRONT_END): package.json package-lock.json $(ENVIRONMENT)
	npm ci --loglevel=error
	touch $@

$(BUNDLE): $(FRONT_END) bundle.js $(wildcard quizzes/frontend/* quizzes/frontend/*/* quizzes/frontend/*/*/* quizzes/kinds/* quizzes/kinds/*/* outcomes/frontend/* outcomes/frontend/*/* outcomes/svg/*.css book/_theme/static/* book/_theme/offline/*.js) quizzes/strings.json $(IDENTITY) outcomes/explorer/words.json
	node bundle.js
	touch $@

$(IDENTITY): course.yml $(ENVIRONMENT)
	@python -m course identity
