package rebound.source.imap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;

/**
 * Makes TLS connections that check the server's certificate and its name, and remembers what was wrong with one. For
 * one connection, which it can cut.
 */
final class ServerTrust extends SSLSocketFactory {

	/** A certificate that was refused, and why. */
	record Refused(X509Certificate certificate, CertificateException why) {
	}

	private final SSLSocketFactory factory;
	private volatile Refused refused;
	private volatile Socket socket;

	/** @param caFile certificates to trust instead of the system's, or {@code null} */
	ServerTrust(Path caFile) throws MailboxException {
		try {
			TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			managers.init(caFile == null ? null : trusted(caFile));
			X509ExtendedTrustManager checked = Arrays.stream(managers.getTrustManagers())
					.filter(X509ExtendedTrustManager.class::isInstance).map(X509ExtendedTrustManager.class::cast)
					.findFirst().orElseThrow();
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[]{ new Remembering(checked) }, null);
			factory = context.getSocketFactory();
		} catch (GeneralSecurityException | IOException unusable) {
			throw new MailboxException(Code.CA_FILE, unusable, String.valueOf(caFile));
		}
	}

	/** @return the certificate that was refused, or {@code null} */
	Refused refused() {
		return refused;
	}

	/** Ends the connection whatever it waits for; one without TLS is not known here. */
	void cut() {
		Socket open = socket;
		if (open == null) {
			return;
		}
		try {
			open.close();
		} catch (IOException gone) {
			// It has ended, which is what was wanted.
		}
	}

	private static KeyStore trusted(Path caFile) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		try (InputStream in = Files.newInputStream(caFile)) {
			int number = 0;
			for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
				store.setCertificateEntry("ca" + number++, certificate);
			}
		}
		if (store.size() == 0) {
			throw new CertificateException("no certificate");
		}
		return store;
	}

	/** The Java library checks the name only when told to. */
	private Socket checkingName(Socket made) {
		if (made instanceof SSLSocket tls) {
			SSLParameters parameters = tls.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			parameters.setCipherSuites(withChaChaFirst(parameters.getCipherSuites()));
			tls.setSSLParameters(parameters);
		}
		socket = made;
		return made;
	}

	/**
	 * ChaCha20-Poly1305 (RFC 8439) is as good as AES-GCM and takes a fourth of the time where only Java's first compiler
	 * runs, which knows nothing of the processor's own instructions for AES.
	 */
	private static String[] withChaChaFirst(String[] suites) {
		return Arrays.stream(suites).sorted(Comparator.comparing(suite -> !suite.contains("_CHACHA20_")))
				.toArray(String[]::new);
	}

	@Override
	public Socket createSocket() throws IOException {
		return checkingName(factory.createSocket());
	}

	@Override
	public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
		return checkingName(factory.createSocket(plain, host, port, autoClose));
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return checkingName(factory.createSocket(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return checkingName(factory.createSocket(host, port, local, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return checkingName(factory.createSocket(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return checkingName(factory.createSocket(host, port, local, localPort));
	}

	@Override
	public String[] getDefaultCipherSuites() {
		return factory.getDefaultCipherSuites();
	}

	@Override
	public String[] getSupportedCipherSuites() {
		return factory.getSupportedCipherSuites();
	}

	/** Checks as the Java library does, and keeps what it refuses. */
	private final class Remembering extends X509ExtendedTrustManager {
		private final X509ExtendedTrustManager checked;

		Remembering(X509ExtendedTrustManager checked) {
			this.checked = checked;
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, Socket of)
				throws CertificateException {
			try {
				checked.checkServerTrusted(chain, type, of);
			} catch (CertificateException wrong) {
				throw remember(chain, wrong);
			}
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
				throws CertificateException {
			try {
				checked.checkServerTrusted(chain, type, engine);
			} catch (CertificateException wrong) {
				throw remember(chain, wrong);
			}
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
			// Without the connection the name could not be checked.
			throw new CertificateException("no connection");
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, Socket of)
				throws CertificateException {
			throw new CertificateException("no server");
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
				throws CertificateException {
			throw new CertificateException("no server");
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
			throw new CertificateException("no server");
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return checked.getAcceptedIssuers();
		}

		private CertificateException remember(X509Certificate[] chain, CertificateException why) {
			refused = new Refused(chain[0], why);
			return why;
		}
	}
}
