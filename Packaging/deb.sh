#!/usr/bin/env bash
# The Debian package, from the programs that `make standalone` built for each level of the processor.
set -euo pipefail
cd "$(dirname "$0")/.."

portable=.build-install/portable/growth
version=$("$portable" --version | sed -n '1s/growth //p')
name=$(git log -1 --format=%an 2> /dev/null || echo growth)
address=$(git log -1 --format=%ae 2> /dev/null || echo growth@localhost)
maintainer=${MAINTAINER:-$name <$address>}
# The same commit makes the same package.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2> /dev/null || stat -c %Y CHANGELOG.md)
export SOURCE_DATE_EPOCH

root=.build-deb/root
rm -f .build-deb/*.deb
rm -rf .build-deb/root .build-deb/debian
mkdir -p .build-deb/debian "$root/DEBIAN" "$root/usr/lib/growth" "$root/usr/share/lintian/overrides"

"${MAKE:-make}" -s install BUILD=: LEVEL= PREFIX=/usr DESTDIR="$root" > /dev/null
for level in ${LEVELS:-portable x86-64-v3 x86-64-v4}; do
  install -m 755 ".build-install/$level/growth" "$root/usr/lib/growth/growth-$level"
done
gcc -O2 -Wall -Werror -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE -pie -Wl,-z,relro,-z,now -s \
  -I Sources/CBuild/include Packaging/launcher.c Sources/CBuild/build.c -o "$root/usr/bin/growth"

# Where Debian has what others have elsewhere.
mkdir -p "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_growth" "$root/usr/share/zsh/vendor-completions/_growth"
rmdir "$root/usr/share/zsh/site-functions"
sed -i '1{/^#!/d}' "$root/usr/share/bash-completion/completions/growth"
gzip -9n "$root"/usr/share/man/man1/*.1
papers=$root/usr/share/doc/growth
rm "$papers/LICENSE"
mv "$papers/CHANGELOG.md" "$papers/NEWS.md"
install -m 644 Packaging/debian/copyright "$papers/copyright"
install -m 644 Packaging/debian/lintian-overrides "$root/usr/share/lintian/overrides/growth"
{
  echo "growth ($version) unstable; urgency=medium"
  printf '\n  * What changed is in NEWS.md.\n\n'
  echo " -- $maintainer  $(date -R -u -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > "$papers/changelog.gz"

# What the programs link with, as Debian's own packages say it.
printf 'Source: growth\nMaintainer: %s\n\nPackage: growth\nArchitecture: amd64\n' "$maintainer" \
  > .build-deb/debian/control
depends=$(cd .build-deb && dpkg-shlibdeps -O root/usr/bin/growth root/usr/lib/growth/* 2> shlibdeps.log) \
  || { cat .build-deb/shlibdeps.log >&2; exit 1; }
size=$(du -k -s --apparent-size "$root/usr" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@MAINTAINER@/$maintainer/" -e "s/@SIZE@/$size/" \
  -e "s/@DEPENDS@/${depends#shlibs:Depends=}/" Packaging/debian/control > "$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"

find "$root" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch -h -d "@$SOURCE_DATE_EPOCH"
package=growth_${version}_amd64.deb
dpkg-deb --root-owner-group -Zxz -z6 --threads-max=2 --build "$root" ".build-deb/$package" > /dev/null
lintian --fail-on error --tag-display-limit 0 ".build-deb/$package"
ls -s -h ".build-deb/$package"
