#!/usr/bin/env bash
# Installs the package into a Debian that has nothing else, runs it there, compares its answers with those of GROWTH, to
# the last bit, removes it and looks for what is left.
set -euo pipefail
cd "$(dirname "$0")/.."

growth=${GROWTH:-.build/release/growth}
package=$(ls .build-deb/growth_*_amd64.deb)
suite=bookworm
cache=.build-deb/$suite.tar
root=$PWD/.build-deb/$suite
work=$(mktemp -d)

finish() {
  umount "$root/proc" 2> /dev/null || true
  rm -rf "$work" "$root"
}
trap finish EXIT
umount "$root/proc" 2> /dev/null || true
rm -rf "$root"

if [ ! -e "$cache" ]; then
  echo "making a root of Debian $suite (once, a minute or two)"
  debootstrap --variant=minbase "$suite" "$root" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  tar -C "$root" -cf "$cache.partial" .
  mv "$cache.partial" "$cache"
  rm -rf "$root"
fi
mkdir -p "$root"
tar -C "$root" -xf "$cache"
cp /etc/resolv.conf "$root/etc/resolv.conf"
# A container may not be allowed to.
mount -t proc proc "$root/proc" 2> /dev/null || true

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }; }
# Everything but the books that the package manager keeps.
files() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt \
    -o -path ./var/lib/dpkg -o -path ./etc/ld.so.cache \) -prune -o -print) | sort
}

quietly inside apt-get update -qq
files > "$work/before"
cp "$package" "$root/tmp/growth.deb"
quietly inside apt-get install -y -qq --no-install-recommends /tmp/growth.deb
rm "$root/tmp/growth.deb"
echo "installed, with $(inside apt-mark showauto | wc -l) packages that it needs:"
inside growth --version | sed 's/^/  /'

run() { echo "cd /usr/share/growth && $1 run Scenarios/son-la-2025.yaml --draws 200k --format json --no-progress"; }
"$growth" run Scenarios/son-la-2025.yaml --draws 200k --format json --no-progress > "$work/expected.json" 2> /dev/null
programs=(growth)
levels=(portable)
# What this machine can run of what the package has.
for level in v3:avx2 v4:avx512vl; do
  if grep -qw "${level#*:}" /proc/cpuinfo && [ -e "$root/usr/lib/growth/growth-x86-64-${level%:*}" ]; then
    levels+=("x86-64-${level%:*}")
  fi
done
for level in "${levels[@]}"; do programs+=("/usr/lib/growth/growth-$level"); done
for program in "${programs[@]}"; do
  inside sh -c "$(run "$program")" > "$work/found.json" 2> "$work/log" || { cat "$work/log"; exit 1; }
  cmp "$work/expected.json" "$work/found.json"
  echo "the same answer, to the last bit: $program"
done

# What is chosen, where the processor has less; and what a program says that was not chosen.
best=${levels[-1]}
inside growth --version | grep -qx "processor: $best"
if [ "$best" != portable ]; then
  lesser=${levels[-2]}
  mask=GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F
  if [ "$lesser" = portable ]; then mask=GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX512F; fi
  inside "$mask" growth --version | grep -qx "processor: $lesser"
  status=0
  inside "$mask" "/usr/lib/growth/growth-$best" --version > /dev/null 2> "$work/refusal" || status=$?
  test "$status" = 1
  grep -q "error: this growth was built for $best" "$work/refusal"
  echo "on a lesser processor: $lesser is chosen, and $best says that it cannot run"
fi
inside dpkg -L growth | grep -q /usr/share/man/man1/growth.run.1.gz
inside bash -n /usr/share/bash-completion/completions/growth

quietly inside apt-get purge -y -qq --autoremove growth
files > "$work/after"
diff "$work/before" "$work/after"
echo "removed: nothing is left"
