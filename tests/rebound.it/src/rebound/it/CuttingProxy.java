package rebound.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Stands between client and server, and cuts each connection after some bytes of the server's. */
final class CuttingProxy implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private final int target;
	private final LongSupplier bytes;
	private final LongConsumer seen;

	/** @param bytes how much the next connection lasts */
	CuttingProxy(int target, LongSupplier bytes) throws IOException {
		this(target, bytes, count -> {
			// Nobody wants to know.
		});
	}

	/** @param seen hears how many bytes the server sends before they are passed on; may hold them back */
	CuttingProxy(int target, LongSupplier bytes, LongConsumer seen) throws IOException {
		this.target = target;
		this.bytes = bytes;
		this.seen = seen;
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

	private void accept() {
		while (!socket.isClosed()) {
			try {
				Socket client = socket.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
				long limit = bytes.getAsLong();
				Thread.ofVirtual().start(() -> copy(client, server, Long.MAX_VALUE, count -> {
					// What the client sends is not counted.
				}));
				Thread.ofVirtual().start(() -> copy(server, client, limit, seen));
			} catch (IOException closed) {
				// The test is over, or the server is down for a moment.
				Thread.onSpinWait();
			}
		}
	}

	private static void copy(Socket from, Socket to, long limit, LongConsumer seen) {
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			byte[] block = new byte[8192];
			long left = limit;
			while (left > 0) {
				int count = in.read(block, 0, (int) Math.min(block.length, left));
				if (count < 0) {
					return;
				}
				seen.accept(count);
				out.write(block, 0, count);
				left -= count;
			}
		} catch (IOException cut) {
			// Either end has gone; the other goes, too.
			Thread.onSpinWait();
		}
	}
}
