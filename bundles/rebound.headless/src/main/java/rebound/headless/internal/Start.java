package rebound.headless.internal;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import rebound.headless.ExitCode;

/**
 * Starts the command line without what only the window needs: an OSGi framework (OSGi Core 8, chapter 4) with the
 * installed bundles, and in it the command. Neither Eclipse's extension registry nor its application container is woken,
 * which takes as long as everything else together. Runs with nothing but the framework on its class path.
 * <p>
 * What the framework has worked out about the bundles is kept, in a folder that is named by the bundles' names, sizes and
 * times: when one of them changes, there is another folder. Such a folder is made aside and renamed at the end, so that
 * several commands may start at once and one that is killed leaves nothing half-made.
 */
public final class Start {

	/** Property of the service that takes the command line. */
	static final String COMMAND_LINE = "rebound.start=commands";

	/** Bundles that only the window and its updates need; the framework itself is there already. */
	private static final Pattern WINDOW = Pattern
			.compile("(rebound\\.ui|org\\.eclipse\\.(e4|ecf|emf|help|jface|osgi|swt"
					+ "|swtchart|ui|urischeme|core\\.databinding|equinox\\.(p2|frameworkadmin|launcher|simpleconfigurator"
					+ "|security\\.ui))|org\\.apache\\.(batik|xmlgraphics)|com\\.(github\\.weisj|ibm\\.icu))([.].*)?");
	/** What the window has started from the beginning; here those who use it wake it, and no command does. */
	private static final Set<String> ON_USE = Set.of("org.eclipse.core.runtime", "org.eclipse.equinox.common",
			"org.eclipse.equinox.event");
	/** Its component wakes the extension registry and the preferences, and knows content types, which no command asks for. */
	private static final String EAGER = "org.eclipse.core.contenttype";
	private static final Duration ABANDONED = Duration.ofDays(1);
	private static final long LONGEST_STOP_MILLIS = 5000;
	private static final String LEVEL = "4";

	private final Path home;
	private final Path folder;
	private final List<InstalledBundle> bundles;

	private Start(Path home, Path list, Path folder) throws IOException {
		this.home = home;
		this.folder = folder;
		this.bundles = InstalledBundle.read(home, list).stream()
				.filter(bundle -> !WINDOW.matcher(bundle.name()).matches())
				.toList();
	}

	/**
	 * @param args the installation's folder, its list of bundles ({@code bundles.info}), the folder that is ours to write
	 *             in, and the command line
	 */
	public static void main(String[] args) throws InterruptedException {
		int code = ExitCode.INTERNAL;
		try {
			Start start = new Start(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
			code = start.run(Arrays.copyOfRange(args, 3, args.length));
		} catch (IOException | BundleException broken) {
			System.err.println("Rebound can't start. Check that " + args[0] + " can be read and that " + args[2]
					+ " can be written and has room. (" + broken.getMessage() + ')');
		} finally {
			// The framework's threads would go on without an end.
			System.exit(code);
		}
	}

	private int run(String[] commandLine) throws IOException, BundleException, InterruptedException {
		Files.createDirectories(folder);
		Path known = folder.resolve(name());
		Path made = Files.isDirectory(known) ? null : Files.createTempDirectory(folder, "new-");
		Framework framework = framework(made == null ? known : made);
		framework.init();
		if (made != null) {
			install(framework.getBundleContext());
		}
		framework.start();
		int code = call(framework.getBundleContext(), commandLine);
		framework.stop();
		framework.waitForStop(LONGEST_STOP_MILLIS);
		if (made != null) {
			publish(made, known);
		}
		return code;
	}

	private Framework framework(Path storage) throws IOException {
		Map<String, String> settings = new HashMap<>();
		settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
		settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, LEVEL);
		// As the launcher of Eclipse has it: bundles see all packages of the JDK.
		settings.put("osgi.compatibility.bootdelegation", "true");
		settings.put("osgi.install.area", home.toUri().toString());
		settings.put(Version.PROPERTY, version());
		settings.put("osgi.logfile", folder.resolve("commands.log").toString());
		settings.put("felix.cm.dir", folder.resolve("configurations").toString());
		settings.put("ds.cache.metadata", "true");
		return ServiceLoader.load(FrameworkFactory.class, Start.class.getClassLoader()).findFirst().orElseThrow()
				.newFramework(settings);
	}

	/** What the product's {@code p2.inf} has left in the settings of the framework that the window starts. */
	private String version() throws IOException {
		Properties window = new Properties();
		Path file = home.resolve("configuration/config.ini");
		if (Files.exists(file)) {
			try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
				window.load(in);
			}
		}
		return window.getProperty(Version.PROPERTY, "");
	}

	private void install(BundleContext framework) throws BundleException {
		for (InstalledBundle wanted : bundles) {
			// By reference: the file is read where it is. Spaces and the like stand as they are.
			String path = wanted.file().toString().replace(File.separatorChar, '/');
			Bundle bundle = framework.installBundle("reference:file:" + (path.startsWith("/") ? path : '/' + path));
			bundle.adapt(BundleStartLevel.class).setStartLevel(wanted.startLevel());
			Dictionary<String, String> headers = bundle.getHeaders("");
			if (headers.get(Constants.FRAGMENT_HOST) != null) {
				continue;
			}
			if (wanted.started() && !ON_USE.contains(wanted.name())) {
				bundle.start();
			} else if (EAGER.equals(bundle.getSymbolicName())) {
				bundle.stop();
			} else if (headers.get(Constants.BUNDLE_ACTIVATIONPOLICY) != null) {
				bundle.start(Bundle.START_ACTIVATION_POLICY);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private int call(BundleContext framework, String[] commandLine) {
		try {
			ServiceReference<?>[] services = framework.getAllServiceReferences(ToIntFunction.class.getName(),
					'(' + COMMAND_LINE + ')');
			Object service = services == null ? null : framework.getService(services[0]);
			if (service != null) {
				return ((ToIntFunction<String[]>) service).applyAsInt(commandLine);
			}
		} catch (InvalidSyntaxException ownFilter) {
			throw new IllegalStateException(ownFilter);
		}
		System.err.println("Rebound's bundles don't fit together, so that no command can run. Install it again, or try "
				+ "--safe, which leaves extensions out; " + folder.resolve("commands.log") + " says what is missing.");
		return ExitCode.INTERNAL;
	}

	/** Another process may have been faster, and its folder is as good. */
	private void publish(Path made, Path known) throws IOException {
		try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, "{new,known}-*")) {
			for (Path other : others) {
				boolean ofNow = other.equals(made) || other.equals(known);
				if (!ofNow && Files.getLastModifiedTime(other).toInstant().isBefore(Instant.now().minus(ABANDONED))) {
					delete(other);
				}
			}
		}
		if (Files.exists(known)) {
			delete(made);
		} else {
			Files.move(made, known);
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	/** A name that no other list of bundles has, nor this one with other files. */
	private String name() {
		StringBuilder all = new StringBuilder();
		for (InstalledBundle bundle : bundles) {
			File file = bundle.file().toFile();
			all.append(file).append(' ').append(file.length()).append(' ').append(file.lastModified()).append('\n');
		}
		return "known-" + UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
	}
}
