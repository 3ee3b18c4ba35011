# SPDX-License-Identifier: MIT
# For bench/bench and bench/companies, which read it in: a store that is made once, the program as a server, a log-in, and
# what a request costs. Whoever reads it in has set $store, $citizens, $companies, $staff, $now, $rounds, $seconds,
# $connections, $workers and $password.
# shellcheck shell=sh
program=build/src/fodfaeste
settle_seconds=25 # Longer than the keeper waits from one of its figures to the next.
work=$(mktemp -d)
server=
proxy=

stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$proxy" ] || kill "$proxy" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

say() { printf '%s\n' "$@"; }

# The municipality is made once for a size; one of an older schema is migrated.
store_make() {
    [ ! -d "$store" ] || return 0
    for older in "${store%-????}"-????; do
        [ -d "$older" ] || continue
        say "migrating ${older##*/} to ${store##*/}"
        "$program" migrate --store "sqlite:$older" >/dev/null
        mv "$older" "$store"
        store_settle
        return 0
    done
    rm -rf "$store.new"
    say "making $citizens citizens and $companies companies in ${store##*/} (once)"
    "$program" init --store "sqlite:$store.new" >/dev/null
    "$program" simulate --store "sqlite:$store.new" --citizens "$citizens" --staff "$staff" --companies "$companies" \
        --look 60 --until "$now" 2>"$work/made"
    tail -n 1 "$work/made" >"$store.new/made"
    mv "$store.new" "$store"
    store_settle
}

# The figures of its months are counted once, too, by a keeper that gives way to people: some minutes.
store_settle() {
    server_start
    settle
    server_stop
}

# Each run has a copy: the log of who has seen what would grow with every run, and pages that count it with it.
store_copy() {
    cp -r --reflink=auto "$store" "$work/store"
    store=$work/store
}

now_ms() { echo $(($(date +%s%N) / 1000000)); }

# The first port from $1 up where nobody listens.
free_port() {
    port=$1
    while curl -s -o "$work/nobody" --max-time 1 "http://127.0.0.1:$port/"; do port=$((port + 1)); done
    echo "$port"
}

# server_start [OPTION...]
server_start() {
    listen=127.0.0.1:$(free_port 18400)
    begun=$(now_ms)
    "$program" serve --store "sqlite:$store" --listen "$listen" --workers "$workers" \
        --now "$now" "$@" 2>"$work/log" >"$work/said" &
    server=$!
    until curl -sf -o "$work/ok" "http://$listen/healthz"; do
        kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    done
    ready=$(($(now_ms) - begun))
}

server_stop() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
}

# log_in WHO: sets $cookie.
log_in() {
    once=$(curl -s "http://$listen/log-ind" | sed -n 's/.*name="once" value="\([^"]*\)".*/\1/p')
    curl -s -o "$work/ok" -c "$work/jar" --data-urlencode "once=$once" --data-urlencode csrf= \
        --data-urlencode "brugernavn=$1" --data-urlencode "adgangskode=$password" "http://$listen/log-ind"
    cookie=$(awk '$6 != "" && $7 != "" { print $6 "=" $7 }' "$work/jar" | tail -n 1)
    [ -n "$cookie" ] || { say "bench: the log-in did not succeed" >&2; exit 1; }
}

# A process and its children.
family() { echo "$1" $(cat "/proc/$1/task/$1/children" 2>/dev/null); }

# Ticks of CPU that the family has used.
cpu_ticks() { for id in $(family "$1"); do sed 's/.*) //' "/proc/$id/stat"; done | awk '{ n += $12 + $13 } END { print n }'; }

# Ticks of the keeper alone: it moves the access log from the spool to the store, and counts figures.
keeper_ticks() { cpu_ticks "$(cut -d' ' -f1 "/proc/$server/task/$server/children")"; }

# Proportional memory of the family: its own, and with it the program and what of the database file is mapped, which
# the system may take back at any time.
memory() {
    for id in $(family "$1"); do cat "/proc/$id/smaps_rollup"; done |
        awk '/^Pss:/ { all += $2 } /^Pss_File:/ { file += $2 }
             END { printf "%.1f MB, and %.1f MB of mapped files", (all - file) / 1024, file / 1024 }'
}

# Waits until the keeper has no work left: after a simulation or a migration it computes obligations and figures.
settle() {
    keeper=$(cut -d' ' -f1 "/proc/$server/task/$server/children")
    waited=0 quiet=0
    while [ "$quiet" -lt "$settle_seconds" ] && [ "$waited" -lt 600 ]; do
        before=$(cpu_ticks "$keeper")
        sleep 5
        waited=$((waited + 5))
        quiet=$((quiet + 5))
        [ $(($(cpu_ticks "$keeper") - before)) -lt 10 ] || quiet=0
    done
    say "waited $waited s until the keeper had nothing to do"
}

# load NAME FAMILY ADDRESS [WRK-OPTION...]: one round; adds "requests/s p99-ms cpu-us bad keeper-us" to the file NAME;
# the CPU is the family's, the keeper's in it.
load() {
    name=$1 family=$2 address=$3
    shift 3
    before=$(cpu_ticks "$family") before_keeper=$(keeper_ticks)
    wrk -t1 -c"$connections" -d"${seconds}s" --latency -H "Cookie: $cookie" "$@" "$address" >"$work/wrk"
    after=$(cpu_ticks "$family") after_keeper=$(keeper_ticks)
    awk -v ticks=$((after - before)) -v keeper=$((after_keeper - before_keeper)) -v hertz="$(getconf CLK_TCK)" '
        function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
        $1 == "99%" { p99 = ms($2) }
        $2 == "requests" && $3 == "in" { requests = $1 }
        /^Requests\/sec/ { rate = $2 }
        /Non-2xx/ { bad = $NF }
        function us(n) { return requests ? n * 1000000 / hertz / requests : 0 }
        END { printf "%s %.2f %.1f %d %.1f\n", rate, p99, us(ticks), bad, us(keeper) }
    ' "$work/wrk" >>"$work/$name"
}

# The middle of one column of a file of rounds.
middle() { cut -d' ' -f"$2" "$work/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
