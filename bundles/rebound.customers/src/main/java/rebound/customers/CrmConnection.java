package rebound.customers;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * How a customer database is reached: a file {@code NAME.crm} of properties. It holds no password but says where one
 * is: {@code password-file} (readable by its owner only) or {@code password-env} (an environment variable).
 *
 * @param type     the source's id, for example {@code "jdbc"}
 * @param url      where the database is
 * @param user     may be {@code null}
 * @param password may be {@code null}
 * @param settings all other keys, as the source explains them
 */
public record CrmConnection(String type, String url, String user, String password, Map<String, String> settings) {

	private static final String ENDING = ".crm";
	private static final long LARGEST = 100_000;

	public CrmConnection {
		settings = Map.copyOf(settings);
	}

	/** @return whether a location is a connection file of this type */
	public static boolean isOf(String type, String location) {
		if (!location.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
			return false;
		}
		try {
			return type.equals(load(Path.of(location)).getProperty("type", "").strip());
		} catch (IOException | InvalidPathException unreadable) {
			return false;
		}
	}

	/**
	 * Reads a connection file.
	 *
	 * @throws IOException if the file or the password can't be read, or others may read the password
	 */
	public static CrmConnection read(String location) throws IOException {
		Properties file = load(Path.of(location));
		Map<String, String> settings = new HashMap<>();
		file.stringPropertyNames().forEach(key -> settings.put(key, file.getProperty(key).strip()));
		String type = settings.remove("type");
		String url = settings.remove("url");
		if (type == null || url == null) {
			throw new IOException(location + ": type= and url= are needed");
		}
		if (settings.containsKey("password")) {
			throw new IOException(location + ": a password does not belong here; name password-file= or password-env=");
		}
		String passwordFile = settings.remove("password-file");
		String variable = settings.remove("password-env");
		String password = passwordFile != null
				? secret(Path.of(location).toAbsolutePath().resolveSibling(passwordFile))
				: variable == null ? null : System.getenv(variable);
		return new CrmConnection(type, url, settings.remove("user"), password, settings);
	}

	/**
	 * @return the URL, of a server that is asked by HTTP
	 * @throws IOException if it is none, or the password would go over the network unencrypted
	 */
	public URI httpUri() throws IOException {
		URI uri;
		try {
			uri = URI.create(url);
		} catch (IllegalArgumentException broken) {
			throw new IOException(url + ": no URL", broken);
		}
		boolean isHttp = "http".equals(uri.getScheme());
		if (uri.getHost() == null || !isHttp && !"https".equals(uri.getScheme())) {
			throw new IOException(url + ": not an http or https URL");
		}
		if (isHttp && !InetAddress.getByName(uri.getHost()).isLoopbackAddress()) {
			throw new IOException(url + ": https is needed, else the password could be read on the way");
		}
		return uri;
	}

	/** @return a setting, or what stands for it when it is not there */
	public String setting(String key, String otherwise) {
		return settings.getOrDefault(key, otherwise);
	}

	/** Leaves the password out. */
	@Override
	public String toString() {
		return type + ' ' + url;
	}

	private static String secret(Path file) throws IOException {
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			Set<PosixFilePermission> allowed = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
			if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
				throw new IOException(file + ": others may read this password; make it readable by its owner only");
			}
		}
		return Files.readString(file).strip();
	}

	private static Properties load(Path file) throws IOException {
		if (Files.size(file) > LARGEST) {
			throw new IOException(file + ": too large");
		}
		Properties properties = new Properties();
		try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			properties.load(text);
		} catch (IllegalArgumentException broken) {
			throw new IOException(file + ": " + broken.getMessage(), broken);
		}
		return properties;
	}
}
