package rebound.headless.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves extensions out of the list of bundles that Equinox starts with ({@code bundles.info}): the start script calls
 * it for {@code rebound --safe} and where an administrator allows some extensions only. It runs before the framework,
 * with nothing but the JDK, so that no extension can be in its way.
 * <p>
 * An extension is a bundle that uses our API, by {@code Import-Package} or {@code Require-Bundle}, and that none of our
 * features brought.
 */
public final class StartList {

	private static final Pattern PLUGIN = Pattern.compile("<plugin[^>]{0,500}?\\sid=\"([^\"]{1,200})\"");
	private static final String OURS = "rebound.";

	private StartList() {
	}

	/**
	 * Writes the list and names on standard error what it left out.
	 *
	 * @param args the installation's folder, the list it has, the list to write, and the symbolic names of the extensions
	 *             that are allowed, divided by commas
	 */
	public static void main(String[] args) throws IOException {
		Path home = Path.of(args[0]);
		Set<String> allowed = Set
				.of(args.length > 3 && !args[3].isBlank() ? args[3].strip().split("\\s*,\\s*") : new String[0]);
		Set<String> shipped = shipped(home.resolve("features"));
		List<String> kept = new ArrayList<>(List.of("#encoding=UTF-8", "#version=1"));
		for (InstalledBundle bundle : InstalledBundle.read(home, Path.of(args[1]))) {
			if (shipped.contains(bundle.name()) || allowed.contains(bundle.name()) || !extendsUs(bundle.file())) {
				kept.add(bundle.line());
			} else {
				System.err.println("Started without " + bundle.name() + " " + bundle.version() + ".");
			}
		}
		Files.write(Path.of(args[2]), kept, StandardCharsets.UTF_8);
	}

	/** What our own features name. */
	private static Set<String> shipped(Path features) throws IOException {
		Set<String> names = new HashSet<>();
		try (DirectoryStream<Path> ours = Files.newDirectoryStream(features, "rebound.{core.,product.,}feature_*")) {
			for (Path feature : ours) {
				Matcher plugin = PLUGIN.matcher(Files.readString(feature.resolve("feature.xml")));
				while (plugin.find()) {
					names.add(plugin.group(1));
				}
			}
		}
		return names;
	}

	/** @return whether headers of a manifest are those of a bundle that uses our API */
	static boolean isExtension(Dictionary<String, String> headers) {
		return names(headers.get("Import-Package")) || names(headers.get("Require-Bundle"));
	}

	private static boolean extendsUs(Path bundle) throws IOException {
		Manifest manifest = manifest(bundle);
		if (manifest == null) {
			return false;
		}
		Attributes headers = manifest.getMainAttributes();
		return names(headers.getValue("Import-Package")) || names(headers.getValue("Require-Bundle"));
	}

	private static Manifest manifest(Path bundle) throws IOException {
		if (Files.isDirectory(bundle)) {
			Path file = bundle.resolve(JarFile.MANIFEST_NAME);
			if (!Files.exists(file)) {
				return null;
			}
			try (var in = Files.newInputStream(file)) {
				return new Manifest(in);
			}
		}
		if (!Files.exists(bundle)) {
			return null;
		}
		try (JarFile jar = new JarFile(bundle.toFile())) {
			return jar.getManifest();
		}
	}

	/** Whether a header's list has a name of ours; what stands in quotes (versions) never begins with it. */
	private static boolean names(String header) {
		return header != null && (header.startsWith(OURS) || header.contains("," + OURS));
	}
}
