# Sourced by releng/rebound and releng/verify: finds or fetches what a fresh machine lacks. Needs $root.

maven_version=3.9.16
maven_sha512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3
tools=$root/.rebound

say() {
	echo "rebound: $*" >&2
}

die() {
	say "$*"
	exit 69
}

# need_packages PACKAGE...: installs missing Debian packages, or names the line that does.
need_packages() {
	missing=
	for package in "$@"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
	done
	[ -n "$missing" ] || return 0
	if [ "$(id -u)" -eq 0 ]; then
		say "installing$missing"
		mkdir -p "$tools"
		{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } \
			>"$tools/apt.log" 2>&1 </dev/null || die "could not install$missing; the log is $tools/apt.log"
	else
		die "please run: sudo apt-get install$missing"
	fi
}

jdk_version() {
	"$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# Sets JAVA_HOME to the first JDK >= 21 of JAVA_HOME, PATH, and the system's folder.
find_jdk() {
	on_path=$(command -v javac || true)
	[ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
	for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
		[ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
		version=$(jdk_version "$candidate")
		if [ "${version:-0}" -ge 21 ]; then
			JAVA_HOME=$candidate
			export JAVA_HOME
			return
		fi
	done
	die "a JDK 21 or newer is needed, and none was found in JAVA_HOME, PATH or /usr/lib/jvm. Install one, or set JAVA_HOME to its folder."
}

maven_of() {
	"$1" -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\)\.\([0-9]*\).*/\1 \2 \3/p' | head -n 1
}

# Sets $maven to a Maven >= 3.9.9. An older one fetches it, as an ordinary artifact, once.
find_maven() {
	maven=$tools/apache-maven-$maven_version/bin/mvn
	[ ! -x "$maven" ] || return 0
	installed=$(command -v mvn) || die "Maven 3.8 or newer is needed (on Debian: apt-get install maven)."
	set -- $(maven_of "$installed")
	if [ "$(printf '%d%03d%03d' "${1:-0}" "${2:-0}" "${3:-0}")" -ge 3009009 ]; then
		maven=$installed
		return
	fi
	say "fetching Maven $maven_version (${1:-?}.${2:-?}.${3:-?} is too old for Tycho)"
	mkdir -p "$tools/fetch"
	# Not in the project's folder: the old Maven would load the Tycho extension that it is too old for.
	(cd "$tools/fetch" && "$installed" -B -q ${REBOUND_MAVEN_OPTIONS:-} \
		org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
		-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin -DoutputDirectory="$tools/fetch") \
		>"$tools/maven.log" 2>&1 </dev/null || die "could not fetch Maven $maven_version; the log is $tools/maven.log"
	archive=$tools/fetch/apache-maven-$maven_version-bin.zip
	[ "$(sha512sum "$archive" | cut -d ' ' -f 1)" = "$maven_sha512" ] ||
		die "the Maven archive $archive is not the one that was expected (SHA-512 differs). Delete it and try again."
	(cd "$tools/fetch" && "$JAVA_HOME/bin/jar" xf "$archive") && chmod +x "$tools/fetch/apache-maven-$maven_version/bin/mvn" &&
		mv "$tools/fetch/apache-maven-$maven_version" "$tools/" && rm -rf "$tools/fetch" ||
		die "could not unpack $archive"
}

# run_maven LOG GOAL...
run_maven() {
	log=$1
	shift
	# Tycho compiles only the files that changed, and leaves stale what was compiled against them.
	rm -rf "$root"/bundles/*/target/classes "$root"/bundles/*/target/test-classes "$root"/tests/*/target/classes
	# One commit, one set of bytes: what is packed has the commit's time.
	commit_time=$(git -C "$root" log -1 --format=%cI 2>/dev/null || true)
	(cd "$root" && "$maven" -B ${commit_time:+"-Dproject.build.outputTimestamp=$commit_time"} ${REBOUND_MAVEN_OPTIONS:-} "$@") >"$log" 2>&1 </dev/null
}
