package rebound.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Writes certificates and keys of a key store as servers want them. */
final class Pem {

	static final String STORE_PASSWORD = "changeit";

	private Pem() {
	}

	static Path certificate(Path store, String alias) throws IOException {
		try {
			return write(store, alias + ".pem", "CERTIFICATE", load(store).getCertificate(alias).getEncoded());
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	static Path key(Path store, String alias) throws IOException {
		try {
			return write(store, alias + ".key", "PRIVATE KEY",
					load(store).getKey(alias, STORE_PASSWORD.toCharArray()).getEncoded());
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, STORE_PASSWORD.toCharArray());
		}
		return keys;
	}

	private static Path write(Path store, String name, String type, byte[] content) throws IOException {
		String text = "-----BEGIN " + type + "-----\n"
				+ Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content)
				+ "\n-----END " + type + "-----\n";
		return Files.writeString(store.resolveSibling(name), text);
	}
}
