#!/bin/sh
# Runs every fuzz target (or those named) for some seconds each:
#   fuzz/run.sh 60 [TARGET...]
# The corpus starts from seeds/, the built-in packs and the regressions; it is not checked in.
set -eu
cd "$(dirname "$0")"

seconds=${1:?usage: fuzz/run.sh SECONDS [TARGET...]}
shift
targets=${*:-clean_bytes options_and_packs normalize translit dates json}
longest=4096

if ! rustup run nightly rustc --version >/dev/null 2>&1; then
    echo "fuzz/run.sh: skipped: no nightly toolchain (rustup toolchain install nightly)"
    exit 0
fi
if ! cargo fuzz --version >/dev/null 2>&1; then
    echo "fuzz/run.sh: skipped: no cargo-fuzz (cargo install cargo-fuzz --locked)"
    exit 0
fi

# Pieces of a file, so that libFuzzer does not cut all of it off but the start.
pieces() {
    split -b "$longest" -d -a 3 "$1" "$2/$(basename "$1")."
}

for target in $targets; do
    mkdir -p "corpus/$target" "regressions/$target"
    cp regressions/"$target"/* "corpus/$target/" 2>/dev/null || true
    case $target in
        clean_bytes | normalize | translit) for seed in ../seeds/*.txt; do pieces "$seed" "corpus/$target"; done ;;
        options_and_packs)
            for pack in ../src/rules/packs/*.toml; do pieces "$pack" "corpus/$target"; done
            cp seeds/options_and_packs/* "corpus/$target/"
            ;;
        # A case a file: its language on a line of its own, then its text.
        dates)
            grep -v '^#' ../tests/dates.txt | awk -F ' [|] ' -v folder="corpus/$target" \
                'NF > 2 { split($1, head, " "); file = folder "/case-" NR; printf "%s\n%s", head[2], $2 > file; close(file) }'
            ;;
        json) cp seeds/json/* "corpus/$target/" ;;
    esac
done

for target in $targets; do
    # No sanitizer: the library has no unsafe code, and runs several times as fast without.
    cargo +nightly fuzz run --sanitizer none "$target" -- \
        -max_total_time="$seconds" -max_len="$longest" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
done
