package rebound.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class InOrderTest {

	@Test
	void resultsComeInTheOrderOfThePieces() {
		List<Integer> results = new ArrayList<>();
		try (InOrder<Integer> work = new InOrder<>(results::add)) {
			for (int i = 0; i < 10_000; i++) {
				int number = i;
				work.add(() -> {
					// The first pieces of a batch are the slowest.
					for (int spin = 0; spin < 10_000 / (number % 64 + 1); spin++) {
						Thread.onSpinWait();
					}
					return number;
				}, 1000);
			}
			work.finish();
		}
		assertEquals(IntStream.range(0, 10_000).boxed().toList(), results);
	}

	@Test
	void whoAddsTooMuchHasToWait() {
		AtomicInteger waiting = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		try (InOrder<byte[]> work = new InOrder<>(bytes -> waiting.addAndGet(-bytes.length))) {
			for (int i = 0; i < 200; i++) {
				byte[] mail = new byte[1 << 20];
				most.accumulateAndGet(waiting.addAndGet(mail.length), Math::max);
				work.add(() -> mail, mail.length);
			}
			work.finish();
		}
		assertEquals(0, waiting.get());
		assertTrue(most.get() <= 18 << 20, most + " bytes were waiting");
	}

	@Test
	void failureOfAPieceIsTheCallers() {
		try (InOrder<Integer> work = new InOrder<>(result -> {
		})) {
			assertThrows(ArithmeticException.class, () -> {
				for (int i = 0; i < 100; i++) {
					int number = i;
					work.add(() -> 1 / (number - 50), 0);
				}
				work.finish();
			});
		}
	}
}
